package dev.wayfare.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.GoldenFile;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is written and whatever the variables hold, an evaluation gives a plain value or fails
/// as it should, and gives the same twice.
class RandomExpressionsTest {
  private static final long SEED = 20261123;
  private static final List<String> NAMES =
      List.copyOf(World.values().keySet().stream().sorted().toList());
  private final CelLanguage language = new CelLanguage();
  private final List<String> seeds =
      GoldenFile.at("src/test/resources/dev/wayfare/flow/expression/expressions.txt")
          .text()
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("  "))
          .toList();

  @Test
  void anyExpressionWithAnyValuesGivesAPlainValueOrFails() {
    var random = new Random(SEED);
    int ran = 0;
    for (int i = 0; i < 20_000; i++) {
      var source = source(random, 2);
      var problems = new ArrayList<Problem>();
      var read = language.expression(source, Place.ROOT, Type.ANY, World.SCOPE, problems::add);
      var values = values(random);
      var first = outcome(read, values, source);
      assertThat(first).as("seed %d: %s", SEED, source).isEqualTo(outcome(read, values, source));
      ran += problems.isEmpty() ? 1 : 0;
    }
    assertThat(ran).isGreaterThan(2_000);
  }

  @Test
  void anyTextIsReadAndFilledOrHasProblems() {
    var random = new Random(SEED);
    var pieces =
        List.of("{{", "}}", "{", "}", "'", "\"", "\\", " ", "order", "count + 1", "\n", "x");
    for (int i = 0; i < 20_000; i++) {
      var source = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        source.append(pieces.get(random.nextInt(pieces.size())));
      }
      var problems = new ArrayList<Problem>();
      var template = language.template(source.toString(), Place.ROOT, World.SCOPE, problems::add);
      if (problems.isEmpty()) {
        assertThat(template.fill(World.bindings())).as("seed %d: %s", SEED, source).isNotNull();
      }
    }
  }

  private String outcome(Expression expression, Map<String, Object> values, String source) {
    try {
      var value = expression.value(World.bindings(values, new Budget(20_000)));
      plain(value, source);
      return String.valueOf(value);
    } catch (ExpressionFailed failed) {
      return failed.code() + failed.getMessage() + failed.place();
    }
  }

  private static void plain(Object value, String source) {
    switch (value) {
      case String _, Double _, Boolean _, Instant _ -> {}
      case List<?> list -> list.forEach(item -> plain(item, source));
      case Map<?, ?> map -> map.values().forEach(item -> plain(item, source));
      default -> throw new AssertionError(source + " gave a " + value.getClass());
    }
  }

  /// One of the table's expressions, put together with another, or cut and glued at random.
  private String source(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return seeds.get(random.nextInt(seeds.size()));
    }
    var a = source(random, depth - 1);
    var b = source(random, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "(" + a + ") == (" + b + ")";
      case 1 -> "[" + a + ", " + b + "]";
      case 2 -> "dyn(" + a + ") + dyn(" + b + ")";
      case 3 -> "dyn([" + a + "]).map(x, " + b + ")";
      case 4 -> "string(" + a + ")";
      case 5 -> "dyn(" + a + ") < dyn(" + b + ")";
      case 6 -> "agreed ? dyn(" + a + ") : dyn(" + b + ")";
      case 7 -> "dyn(" + a + ")[dyn(" + b + ")]";
      default -> a.substring(0, random.nextInt(a.length() + 1)) + b;
    };
  }

  private static Map<String, Object> values(Random random) {
    var values = new LinkedHashMap<>(World.values());
    for (int i = random.nextInt(4); i > 0; i--) {
      var name = NAMES.get(random.nextInt(NAMES.size()));
      switch (random.nextInt(9)) {
        case 0 -> values.remove(name);
        case 1 -> values.put(name, Double.NaN);
        case 2 -> values.put(name, Integer.MIN_VALUE);
        case 3 -> values.put(name, "\uD83D" + random.nextInt());
        case 4 -> values.put(name, List.of(List.of(), Map.of("year", "x"), 3));
        case 5 -> values.put(name, Map.of("day", false, "items", Map.of()));
        case 6 -> values.put(name, Instant.MAX);
        case 7 -> values.put(name, Duration.ofSeconds(Long.MAX_VALUE));
        default -> values.put(name, -0.0);
      }
    }
    return values;
  }
}
