package dev.wayfare.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.GoldenFile;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/// The tables `expressions.txt` and `templates.txt`: what builders write, and what comes of it with
/// the values of [World]. A line that begins with blanks belongs to the one before: `as number` is
/// the wanted type, `=` a value, `!` a problem when read, `~` a failure when run.
class BaselineTest {
  private static final String FOLDER = "src/test/resources/dev/wayfare/flow/expression/";
  private static final Place START = new Place("x", 10, 5);
  private final CelLanguage language = new CelLanguage();

  @Test
  void everyExpressionGivesWhatTheTableSays() {
    var file = GoldenFile.at(FOLDER + "expressions.txt");
    file.says(answered(file.text(), true));
  }

  @Test
  void everyTextReadsAsTheTableSays() {
    var file = GoldenFile.at(FOLDER + "templates.txt");
    file.says(answered(file.text(), false));
  }

  @Test
  void everyFunctionHasALineInTheTable() {
    var table = GoldenFile.at(FOLDER + "expressions.txt").text();
    assertThat(language.functions())
        .extracting(Function::name)
        .filteredOn(name -> Character.isLetter(name.charAt(0)))
        .allSatisfy(name -> assertThat(table).contains(name + "("));
  }

  @Test
  void everyExampleOfTheDocumentationIsTrue() {
    assertThat(language.functions())
        .filteredOn(function -> !function.example().isEmpty())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            function ->
                assertThat(expression(function.example(), Type.BOOLEAN))
                    .as(function.example())
                    .containsExactly("  = true"));
  }

  private String answered(String table, boolean expressions) {
    var out = new StringJoiner("\n", "", "\n");
    var lines = table.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        out.add(line);
      } else if (!line.startsWith("  ")) {
        out.add(line);
        var wanted = Type.ANY;
        if (i + 1 < lines.size() && lines.get(i + 1).startsWith("  as ")) {
          wanted = Type.valueOf(lines.get(i + 1).substring(5).toUpperCase(Locale.ROOT));
          out.add(lines.get(i + 1));
        }
        var source = line.replace("⏎", "\n");
        (expressions ? expression(source, wanted) : template(source)).forEach(out::add);
      }
    }
    return out.toString();
  }

  private List<String> expression(String source, Type wanted) {
    var problems = new ArrayList<Problem>();
    var read = language.expression(source, START, wanted, World.SCOPE, problems::add);
    if (!problems.isEmpty()) {
      return shown(problems);
    }
    try {
      return List.of("  = " + literal(read.value(World.bindings())));
    } catch (ExpressionFailed failed) {
      return List.of(shown(failed));
    }
  }

  private List<String> template(String source) {
    var problems = new ArrayList<Problem>();
    var read = language.template(source, START, World.SCOPE, problems::add);
    var out = new ArrayList<String>();
    if (!problems.isEmpty()) {
      out.addAll(shown(problems));
    } else {
      try {
        out.add("  = " + read.fill(World.bindings()).replace("\n", "⏎"));
      } catch (ExpressionFailed failed) {
        out.add(shown(failed));
      }
    }
    read.links()
        .forEach(to -> out.add("  > " + to.flow() + to.step().map(step -> "/" + step).orElse("")));
    return out;
  }

  private static List<String> shown(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                "  ! %s at %d:%d %s [%s]"
                    .formatted(
                        problem.code(),
                        problem.place().line(),
                        problem.place().column(),
                        problem.text(),
                        problem.wayOut()))
        .toList();
  }

  private static String shown(ExpressionFailed failed) {
    return "  ~ %s at %d:%d %s"
        .formatted(
            failed.code(), failed.place().line(), failed.place().column(), failed.getMessage());
  }

  /// A value as it would be written, so that its type is seen.
  private static String literal(Object value) {
    return switch (value) {
      case String text -> "'" + text.replace("\n", "⏎") + "'";
      case Double number -> number.toString();
      case Boolean truth -> truth.toString();
      case Instant moment -> moment.toString();
      case List<?> list -> list.stream().map(BaselineTest::literal).toList().toString();
      case Map<?, ?> map -> {
        var shown = new StringJoiner(", ", "{", "}");
        map.forEach((key, item) -> shown.add(literal(key) + ": " + literal(item)));
        yield shown.toString();
      }
      default -> throw new AssertionError("not a plain value: " + value.getClass());
    };
  }
}
