package dev.wayfare.cli.play;

import java.util.ArrayList;
import java.util.List;

/// A line as words. Quotes hold blanks together (`name="Ada Byron"`); a single quote does so only
/// where a value begins, so that `name=O'Brien` is what it looks like.
final class Words {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private int at;

  private Words(String line) {
    this.line = line;
  }

  static List<String> of(String line) {
    return new Words(line).split();
  }

  private List<String> split() {
    for (; at < line.length(); at++) {
      var sign = line.charAt(at);
      if (Character.isWhitespace(sign)) {
        end();
      } else if (sign == '"' || (sign == '\'' && valueBegins())) {
        quoted(sign);
      } else {
        take();
      }
    }
    end();
    return List.copyOf(words);
  }

  private boolean valueBegins() {
    return word.isEmpty() || word.charAt(word.length() - 1) == '=';
  }

  private void quoted(char mark) {
    begun = true;
    for (at++; at < line.length() && line.charAt(at) != mark; at++) {
      take();
    }
    if (at == line.length()) {
      throw new NotUnderstood("A closing " + mark + " was expected.");
    }
  }

  /// One sign; a backslash takes the meaning away from a quote, a blank or another backslash.
  private void take() {
    begun = true;
    if (line.charAt(at) == '\\'
        && at + 1 < line.length()
        && " \"'\\".indexOf(line.charAt(at + 1)) >= 0) {
      at++;
    }
    word.append(line.charAt(at));
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
    }
    word.setLength(0);
    begun = false;
  }
}
