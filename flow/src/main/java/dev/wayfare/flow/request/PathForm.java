package dev.wayfare.flow.request;

import dev.wayfare.flow.shape.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The path of an API trigger: `/orders/{order}/delayed`. A word in braces is a parameter and
/// stands for one part of the path.
public record PathForm(String text, List<Part> parts) {
  public static final PathForm NONE = new PathForm("/", List.of());
  private static final int LONGEST = 200;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._~-]{1,80}");
  private static final Pattern PARAMETER = Pattern.compile("\\{(" + Names.PATTERN + ")}");

  public PathForm {
    parts = List.copyOf(parts);
  }

  /// One part between slashes.
  public sealed interface Part {}

  public record Word(String word) implements Part {}

  public record Parameter(String name) implements Part {}

  /// What was read, or why it is no path.
  public sealed interface Read {}

  public record Good(PathForm path) implements Read {}

  public record Wrong(String why) implements Read {}

  public static Read read(String text) {
    if (!text.startsWith("/") || text.length() > LONGEST) {
      return new Wrong("It begins with / and has at most " + LONGEST + " characters.");
    }
    if (text.length() > 1 && text.endsWith("/")) {
      return new Wrong("It does not end with /.");
    }
    var parts = new ArrayList<Part>();
    var names = new HashSet<String>();
    for (var piece : split(text)) {
      var parameter = PARAMETER.matcher(piece);
      if (parameter.matches()) {
        if (!names.add(parameter.group(1))) {
          return new Wrong("The parameter `" + parameter.group(1) + "` is in it twice.");
        }
        parts.add(new Parameter(parameter.group(1)));
      } else if (WORD.matcher(piece).matches() && !piece.equals(".") && !piece.equals("..")) {
        parts.add(new Word(piece));
      } else {
        return new Wrong("`" + piece + "` is neither a word nor a parameter like {order}.");
      }
    }
    return parts.equals(List.of(new Word("openapi.json")))
        ? new Wrong("/openapi.json is the app's own description.")
        : new Good(new PathForm(text, parts));
  }

  /// The names of its parameters, in order.
  public List<String> parameters() {
    return parts.stream()
        .filter(Parameter.class::isInstance)
        .map(part -> ((Parameter) part).name())
        .toList();
  }

  /// The same for every path that takes the same requests: `/orders/{}/delayed`.
  public String likeness() {
    var like = new StringBuilder();
    for (var part : parts) {
      like.append('/').append(part instanceof Word(var word) ? word : "{}");
    }
    return like.isEmpty() ? "/" : like.toString();
  }

  /// Its parameters' values, if these parts of a request's path (decoded) are of this form.
  public Optional<Map<String, String>> match(List<String> pieces) {
    if (pieces.size() != parts.size()) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, String>();
    for (var i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Word(var word) -> {
          if (!word.equals(pieces.get(i))) {
            return Optional.empty();
          }
        }
        case Parameter(var name) -> {
          if (pieces.get(i).isEmpty()) {
            return Optional.empty();
          }
          values.put(name, pieces.get(i));
        }
      }
    }
    return Optional.of(Collections.unmodifiableMap(values));
  }

  /// Whether this one is meant where both match: the first word that stands against a parameter
  /// decides.
  public boolean before(PathForm other) {
    for (var i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      var word = parts.get(i) instanceof Word;
      if (word != other.parts.get(i) instanceof Word) {
        return word;
      }
    }
    return false;
  }

  /// The parts of a path between its slashes.
  public static List<String> split(String path) {
    return path.equals("/") || path.isEmpty()
        ? List.of()
        : List.of(path.substring(1).split("/", -1));
  }

  @Override
  public String toString() {
    return text;
  }
}
