package dev.wayfare.flow.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random values with a liking for what is hard to write.
final class RandomTrees {
  private static final List<String> HARD =
      List.of(
          "",
          " ",
          "yes",
          "No",
          "ON",
          "null",
          "~",
          "true",
          "1",
          "-1",
          "+1",
          "1.5",
          ".5",
          "1e3",
          "0x1F",
          "0o7",
          "0b1",
          "012",
          "1_000",
          "12:30",
          "1:30:00",
          "2026-11-23",
          "2026-11-23T09:30:00Z",
          "30m",
          "24h",
          "7d",
          "3 days",
          "1e",
          "5e3x",
          "- a",
          "-",
          "--- a",
          "...",
          "? a",
          "?",
          ":",
          "a: b",
          "a:b",
          "a:",
          ":a",
          "a #b",
          "#a",
          "a#b",
          "{a}",
          "{{ a }}",
          "x {{ a }}",
          "[a]",
          "a, b",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "'a'",
          "\"a\"",
          "it's",
          "say \"hi\"",
          "both ' and \"",
          "%a",
          "@a",
          "`a`",
          "=",
          "<<",
          "a\\d+",
          "back\\slash \"q\"",
          "a\nb",
          "a\nb\n",
          "a\n\nb",
          "a\n\n",
          "\na",
          "a\n b",
          " a\nb",
          "a \nb",
          "a\tb",
          "\ta",
          "a\r\nb",
          "a\rb",
          "trailing ",
          "é",
          "日本語",
          "😀 smile",
          "\u0000",
          "\u0007",
          "\u0085",
          "\u00a0x",
          "\u2028",
          "\ufeff",
          "\u007f",
          "x\ny: z\n# no\n- q",
          "NaN",
          ".inf",
          ".nan",
          "Infinity",
          "nan",
          "y",
          "n",
          "word",
          "two words",
          "a.b/c-d_e");

  private RandomTrees() {}

  /// A value as journeys hold it: never nothing.
  static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0, 1 -> text(random);
      case 2 -> (double) random.nextInt(-1000, 100_000);
      case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20));
      case 4 -> random.nextBoolean();
      case 5 ->
          Instant.ofEpochSecond(
              random.nextLong(-1L << 35, 1L << 35), random.nextInt(1_000_000_000));
      case 6 -> list(random, depth);
      default -> map(random, depth);
    };
  }

  private static List<Object> list(Random random, int depth) {
    var list = new ArrayList<Object>();
    for (var i = random.nextInt(4); i > 0; i--) {
      list.add(value(random, depth - 1));
    }
    return list;
  }

  private static Map<String, Object> map(Random random, int depth) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = random.nextInt(5); i > 0; i--) {
      map.put(text(random), value(random, depth - 1));
    }
    return map;
  }

  static String text(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> HARD.get(random.nextInt(HARD.size()));
      case 1 -> HARD.get(random.nextInt(HARD.size())) + HARD.get(random.nextInt(HARD.size()));
      default -> "word" + random.nextInt(1000);
    };
  }

  /// A document: an object of random fields, without what JSON has no kind for.
  static Map<String, Object> document(Random random) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = random.nextInt(1, 7); i > 0; i--) {
      map.put(text(random), plain(value(random, 5)));
    }
    return map;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Instant moment -> moment.toString();
      case List<?> list -> list.stream().map(RandomTrees::plain).toList();
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> plain.put(key.toString(), plain(inner)));
        yield plain;
      }
      default -> value;
    };
  }
}
