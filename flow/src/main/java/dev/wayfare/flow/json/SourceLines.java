package dev.wayfare.flow.json;

import dev.wayfare.flow.Place;
import java.util.List;

/// The lines of a source, for places the parser does not tell.
final class SourceLines {
  private final List<String> lines;
  private final String source;

  SourceLines(String source) {
    this.source = source;
    this.lines = source.lines().toList();
  }

  /// The first character of the block text whose `|` or `>` stands at this place.
  Place contentAfter(Place header) {
    for (var line = header.line(); line < lines.size(); line++) {
      var text = lines.get(line);
      if (!text.isBlank()) {
        var indent = text.length() - text.stripLeading().length();
        return new Place(header.path(), line + 1, indent + 1);
      }
    }
    return header;
  }

  /// The place of the character at this position, counted in code points.
  Place at(int position) {
    var end =
        source.offsetByCodePoints(0, Math.min(position, source.codePointCount(0, source.length())));
    var before = source.substring(0, end);
    var line = (int) before.chars().filter(character -> character == '\n').count();
    return new Place("", line + 1, before.length() - before.lastIndexOf('\n'));
  }
}
