package dev.wayfare.bench;

import java.util.List;

/// Two contents of the bench's app that mark each reply, `[A]` or `[B]`, so that a reply names the
/// release that it came from.
final class Marked {
  private static final List<String> MARKS = List.of("A", "B");

  private Marked() {}

  /// The document with this mark behind everything it says.
  static String document(String plain, int number) {
    return plain.replaceAll(
        "(?m)^(\\s*(?:text|otherwise): \".*)\"$", "$1 [" + mark(number) + "]\"");
  }

  static String mark(int number) {
    return MARKS.get(number % MARKS.size());
  }

  /// The mark of a reply that should begin so; empty when it is another reply.
  static String of(String reply, String expects) {
    return MARKS.stream()
        .filter(mark -> reply.equals(expects + " [" + mark + "]"))
        .findFirst()
        .orElse("");
  }
}
