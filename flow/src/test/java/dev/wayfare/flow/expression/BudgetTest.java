package dev.wayfare.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  private static final long TURN = 200_000;
  private static final Scope SCOPE =
      new Scope(Map.of("list", Type.LIST, "text", Type.TEXT, "pattern", Type.TEXT), Map.of());
  private static final Map<String, Object> VALUES =
      Map.of(
          "list", Collections.nCopies(10_000, 1d),
          "text", "x".repeat(60_000),
          "pattern", "((a*)*)*b");
  private final CelLanguage language = new CelLanguage();

  private Expression read(String source) {
    return language.expression(source, Place.ROOT, Type.ANY, SCOPE, refused());
  }

  private static java.util.function.Consumer<Problem> refused() {
    return problem -> {
      throw new AssertionError(problem);
    };
  }

  private static Bindings with(long units) {
    return World.bindings(VALUES, new Budget(units));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list.map(a, list.map(b, list.map(c, a + b + c)))",
        "list.all(a, list.all(b, list.all(c, true)))",
        "list.exists(a, list.exists(b, a + b == 0))",
        "list.filter(a, list.filter(b, false) == list)",
        "list.map(a, list)",
        "list.map(a, list + list)",
        "list.map(a, a + 1 in list)",
        "list.map(a, list == list)",
        "list.map(a, sum(list))",
        "list.map(a, text)",
        "list.map(a, text + 'y')",
        "list.map(a, text.replace('x', 'y'))",
        "list.map(a, text.contains('y'))",
        "list.map(a, text.matches('(x+x+)+y'))",
        "list.map(a, text.matches(pattern))",
        "list.map(a, words(text))",
        "list.map(a, text.split(''))",
        "list.map(a, formatNumber(a, '0.00'))",
        "[list, list].map(a, [a, a].map(b, [b, b].map(c, [c, c].map(d, [d, d]))))",
      })
  void aRunawayExpressionStopsSoon(String source) {
    var expression = read(source);
    var begin = System.nanoTime();
    var failed = catchThrowableOfType(ExpressionFailed.class, () -> expression.value(with(TURN)));
    var took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(failed.code()).isEqualTo(Trouble.BUDGET);
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    begin = System.nanoTime();
    assertThatThrownBy(() -> expression.value(with(TURN))).isInstanceOf(ExpressionFailed.class);
    System.out.printf("%5.1f ms %s%n", (System.nanoTime() - begin) / 1e6, source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text + text",
        "text.replace('x', 'xx')",
        "[text, text].join()",
        "'%s%s'.format([text, text])",
        "['a', 'aa'].map(a, text.replace('x', 'aa')).join()",
        "string([text, text])",
      })
  void aTextThatGrowsTooLongIsRefused(String source) {
    var expression = read(source);
    assertThatThrownBy(() -> expression.value(with(10 * TURN)))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            failed -> assertThat(failed.code()).isEqualTo(Trouble.TOO_LARGE));
  }

  @Test
  void aFilledTextThatGrowsTooLongIsRefused() {
    var template = language.template("{{ text }} and {{ text }}", Place.ROOT, SCOPE, refused());
    assertThatThrownBy(() -> template.fill(with(TURN)))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            failed -> assertThat(failed.code()).isEqualTo(Trouble.TOO_LARGE));
  }

  @Test
  void theSameExpressionAlwaysCostsTheSame() {
    var expression = read("list.map(a, a + 1).filter(b, b > 1).size()");
    var cost = cost(expression);
    assertThat(cost).isGreaterThan(20_000).isEqualTo(cost(expression));
    assertThat(expression.value(with(cost))).isEqualTo(10_000d);
    assertThatThrownBy(() -> expression.value(with(cost - 1))).isInstanceOf(ExpressionFailed.class);
  }

  private static long cost(Expression expression) {
    long low = 0;
    long high = 10_000_000;
    while (high - low > 1) {
      var units = (low + high) / 2;
      try {
        expression.value(with(units));
        high = units;
      } catch (ExpressionFailed _) {
        low = units;
      }
    }
    return high;
  }

  @Test
  void theExpressionsOfATurnShareOneBudget() {
    var expression = read("list.exists(a, a == 2)");
    var bindings = with(100_000);
    assertThat(expression.value(bindings)).isEqualTo(false);
    assertThatThrownBy(() -> Collections.nCopies(3, 0).forEach(_ -> expression.value(bindings)))
        .isInstanceOf(ExpressionFailed.class);
  }

  @Test
  void aBudgetThatIsSpentIsNotForgivenByAnOr() {
    var expression = read("list.all(a, list.all(b, list.all(c, true))) || true");
    assertThatThrownBy(() -> expression.value(with(TURN))).isInstanceOf(ExpressionFailed.class);
  }

  @Test
  void anExpressionThatIsTooLongOrTooDeepIsAProblem() {
    for (var source :
        List.of(
            "1" + "+1".repeat(3000),
            "(".repeat(1500) + "1" + ")".repeat(1500),
            "[".repeat(1500) + "1" + "]".repeat(1500),
            "'a'.trim()".repeat(1) + ".trim()".repeat(900))) {
      var problems = new ArrayList<Problem>();
      language.expression(source, Place.ROOT, Type.ANY, SCOPE, problems::add);
      assertThat(problems).as(source.substring(0, 10)).isNotEmpty();
    }
  }

  @Test
  void theLongestExpressionsThatAreReadAlsoRun() {
    for (var source :
        List.of("1" + "+1".repeat(150), "true" + "||true".repeat(150), "-".repeat(3000) + "1")) {
      assertThat(read(source).value(with(TURN))).isNotNull();
    }
  }
}
