package dev.wayfare.flow.play;

import dev.wayfare.flow.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Breaks a document somewhere: something is gone, is something else, or is called another name.
public final class Damage {
  private static final List<Object> WRONG =
      List.of(
          "",
          "No Name",
          -1.5,
          true,
          List.of(),
          Map.of(),
          "{{",
          "s1",
          "web_0",
          List.of("a"),
          Values.object("type", "say"));

  private final Random random;
  private final int at;
  private int seen;

  private Damage(Random random, int at) {
    this.random = random;
    this.at = at;
  }

  public static Object done(Object document, Random random) {
    var size = new Damage(random, -1);
    size.copy(document);
    return new Damage(random, random.nextInt(size.seen)).copy(document);
  }

  private Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, inner) -> put(copy, key, inner));
        yield copy;
      }
      case List<?> list -> {
        var copy = new ArrayList<Object>();
        list.forEach(inner -> copy.add(copy(inner)));
        yield copy;
      }
      default -> value;
    };
  }

  private void put(Map<Object, Object> copy, Object key, Object inner) {
    if (seen++ != at) {
      copy.put(key, copy(inner));
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> {}
      case 1 -> copy.put(key, WRONG.get(random.nextInt(WRONG.size())));
      default -> copy.put(key + "_x", inner);
    }
  }
}
