package dev.wayfare.flow.play;

import dev.wayfare.flow.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Expressions and texts that somebody might write who knows which names there are and what they
/// hold; and now and then one of another type, or none at all.
final class RandomFormulas {
  private static final int DEPTH = 2;
  private static final Map<Type, List<String>> PLAIN =
      Map.of(
          Type.TEXT,
              List.of("'a'", "''", "channel", "contact.first_name", "journey.link", "'ä€😀'"),
          Type.NUMBER, List.of("0", "1", "7.5", "-3", "1e9", "journey.turn", "0.1"),
          Type.BOOLEAN, List.of("true", "false", "channel == 'web'", "contact.phone != ''"),
          Type.DATE, List.of("'2026-12-24'", "date(now)", "addDays(date(now), 3)"),
          Type.MOMENT, List.of("now", "now + duration('90m')", "timestamp('2026-11-23T09:30:00Z')"),
          Type.LIST, List.of("[]", "['a', 'b', 'c']", "[1, 2]", "[['x'], []]"),
          Type.OBJECT, List.of("{}", "{'a': 1, 'b': [true]}", "{'now': now}"),
          Type.ANY, List.of("event", "start", "dyn(1)", "error.code", "contact"));

  private final Random random;
  private final Map<String, Type> names;

  RandomFormulas(Random random, Map<String, Type> names) {
    this.random = random;
    this.names = names;
  }

  /// The same, seeing one name more.
  RandomFormulas with(String name, Type type) {
    var more = new LinkedHashMap<>(names);
    more.put(name, type);
    return new RandomFormulas(random, more);
  }

  /// An expression, of this type most of the time.
  String formula(Type type) {
    return switch (random.nextInt(1_000)) {
      case 0 -> "1 +";
      case 1 -> "nobody.knows";
      case 2 ->
          formula(PLAIN.keySet().stream().sorted().toList().get(random.nextInt(PLAIN.size())), 1);
      default -> formula(type, DEPTH);
    };
  }

  private String formula(Type type, int depth) {
    return depth == 0 || random.nextInt(3) == 0 ? leaf(type) : made(type, depth - 1);
  }

  private String leaf(Type type) {
    var fitting = new ArrayList<>(PLAIN.getOrDefault(type, List.of()));
    names.forEach(
        (name, of) -> {
          if (of == type) {
            fitting.add(name);
            fitting.add(name);
          }
        });
    return pick(fitting.isEmpty() ? List.of("''") : fitting);
  }

  private String made(Type type, int depth) {
    return switch (type) {
      case TEXT ->
          pick(
              List.of(
                  "(" + formula(Type.TEXT, depth) + " + " + formula(Type.TEXT, depth) + ")",
                  "string(" + formula(Type.NUMBER, depth) + ")",
                  formula(Type.TEXT, depth) + ".upperAscii()",
                  formula(Type.TEXT, depth) + ".replace('a', 'bb')",
                  "(" + either(Type.TEXT, depth) + ")"));
      case NUMBER ->
          pick(
              List.of(
                  "("
                      + formula(Type.NUMBER, depth)
                      + operator()
                      + formula(Type.NUMBER, depth)
                      + ")",
                  "size(" + formula(Type.LIST, depth) + ")",
                  "max(" + formula(Type.NUMBER, depth) + ", 2)",
                  "(" + either(Type.NUMBER, depth) + ")"));
      case BOOLEAN ->
          pick(
              List.of(
                  formula(Type.NUMBER, depth) + " < " + formula(Type.NUMBER, depth),
                  formula(Type.TEXT, depth) + " == " + formula(Type.TEXT, depth),
                  "(" + formula(Type.BOOLEAN, depth) + " && " + formula(Type.BOOLEAN, depth) + ")",
                  "!(" + formula(Type.BOOLEAN, depth) + ")",
                  "empty(" + formula(Type.LIST, depth) + ")",
                  formula(Type.TEXT, depth) + ".matches('^[a-z]+$')"));
      case LIST ->
          pick(
              List.of(
                  "[" + formula(Type.TEXT, depth) + ", " + formula(Type.TEXT, depth) + "]",
                  "dyn(" + formula(Type.LIST, depth) + ").filter(x, x != '')",
                  "[1, 2, 3].map(x, x * " + formula(Type.NUMBER, depth) + ")",
                  formula(Type.TEXT, depth) + ".split('a')"));
      case OBJECT ->
          "{'k': " + formula(Type.TEXT, depth) + ", 'n': " + formula(Type.NUMBER, depth) + "}";
      case ANY -> formula(pick(List.of(Type.TEXT, Type.NUMBER, Type.LIST, Type.OBJECT)), depth);
      default -> leaf(type);
    };
  }

  private String either(Type type, int depth) {
    return formula(Type.BOOLEAN, depth)
        + " ? "
        + formula(type, depth)
        + " : "
        + formula(type, depth);
  }

  private String operator() {
    return pick(List.of(" + ", " - ", " * ", " / ", " % "));
  }

  /// A text with holes.
  String text() {
    var text = new StringBuilder(pick(List.of("Well", "Ähm €", "So \\{{ it is", "")));
    for (int i = random.nextInt(3); i > 0; i--) {
      var type =
          pick(List.of(Type.TEXT, Type.NUMBER, Type.LIST, Type.ANY, Type.MOMENT, Type.OBJECT));
      text.append(" {{ ").append(formula(type)).append(" }}");
    }
    return text.isEmpty() ? "." : text.toString();
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
