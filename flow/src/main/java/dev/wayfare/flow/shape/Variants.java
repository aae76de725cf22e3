package dev.wayfare.flow.shape;

import dev.wayfare.flow.Problem;
import java.util.Map;
import java.util.function.Function;

/// The types an object can have, by the word in its field `type`: how each is read, one sentence
/// about each (may be left out), and what an unknown word is called.
public record Variants<T>(
    String noun,
    Problem.Code unknown,
    Map<String, Function<Fields, ? extends T>> readers,
    Map<String, String> docs) {

  public Variants(
      String noun, Problem.Code unknown, Map<String, Function<Fields, ? extends T>> readers) {
    this(noun, unknown, readers, Map.of());
  }
}
