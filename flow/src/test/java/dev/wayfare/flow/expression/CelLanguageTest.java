package dev.wayfare.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CelLanguageTest {
  private final CelLanguage language = new CelLanguage();
  private final List<Problem> problems = new ArrayList<>();

  private Expression expression(String source) {
    return language.expression(source, Place.ROOT, Type.ANY, World.SCOPE, problems::add);
  }

  private Template template(String source) {
    return language.template(source, Place.ROOT, World.SCOPE, problems::add);
  }

  @Test
  void anExpressionKnowsTheTopNamesItReads() {
    assertThat(
            expression("vehicles.map(v, v.year + count).size() > 0 || contact.name == order")
                .reads())
        .containsExactlyInAnyOrder("vehicles", "count", "contact", "order");
    assertThat(expression("order.map(order, order)").reads()).isEmpty();
    assertThat(template("{{ order }} {{ link('a') }} {{ payload.x }}").reads())
        .containsExactlyInAnyOrder("order", "journey", "payload");
  }

  @Test
  void aNameOfALoopHidesAVariableInItsBodyOnly() {
    var expression = expression("[[1], [2]].map(count, count.map(v, v + 1)).size() + count");
    assertThat(expression.reads()).containsExactly("count");
    assertThat(expression.value(World.bindings())).isEqualTo(4d);
  }

  @Test
  void aTextKnowsItsLinksInTheirOrder() {
    assertThat(template("{{ link('b', 'two') }}{{ link() }}{{ link('a') }}").links())
        .containsExactly(
            new Template.LinkTarget("b", Optional.of("two")),
            new Template.LinkTarget("a", Optional.empty()));
  }

  @Test
  void aTextWithoutHolesIsConstant() {
    assertThat(template("Hello { you }").constant()).isTrue();
    assertThat(template("\\{{ you }}").constant()).isTrue();
    assertThat(template("").fill(World.bindings())).isEmpty();
    assertThat(template("{{ 1 }}").constant()).isFalse();
  }

  @Test
  void whatHasProblemsAlwaysFails() {
    var expression = expression("nobody + 1");
    var template = template("{{ nobody }}");
    assertThat(problems).hasSize(2);
    assertThatThrownBy(() -> expression.value(World.bindings()))
        .isInstanceOf(ExpressionFailed.class);
    assertThatThrownBy(() -> template.fill(World.bindings())).isInstanceOf(ExpressionFailed.class);
  }

  @Test
  void aVariableNothingHasSetIsEmpty() {
    var nothing = World.bindings(Map.of(), new Budget(1000));
    assertThat(template("{{ count }}{{ order }}{{ vehicles }}{{ agreed }}").fill(nothing))
        .isEqualTo("0false");
  }

  @Test
  void aPlaceWithoutALineKeepsNone() {
    language.expression("x", new Place("p", 0, 0), Type.ANY, World.SCOPE, problems::add);
    assertThat(problems).singleElement().extracting(Problem::place).isEqualTo(new Place("p", 0, 0));
  }

  @Test
  void theMessageOfAFailureHoldsNoValue() {
    var expression = expression("number(order) + duration(order).getHours()");
    assertThatThrownBy(() -> expression.value(World.bindings()))
        .isInstanceOf(ExpressionFailed.class)
        .hasMessageNotContaining("AB1234");
  }

  @Test
  void manyThreadsReadAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 200)
              .<Callable<Object>>mapToObj(
                  i ->
                      () -> {
                        var scope = new Scope(Map.of("v" + i % 80, Type.NUMBER), Map.of());
                        return language
                            .expression(
                                "v" + i % 80 + " + 1",
                                Place.ROOT,
                                Type.NUMBER,
                                scope,
                                problem -> {
                                  throw new AssertionError(problem);
                                })
                            .value(World.bindings(Map.of(), new Budget(100)));
                      })
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(1d);
      }
    }
  }

  @Test
  void theNearestNameIsTheOneWithTheFewestDifferences() {
    var known = List.of("order", "orders", "day", "contact");
    assertThat(Nearest.to("odrer", known)).contains("order");
    assertThat(Nearest.to("contcat", known)).contains("contact");
    assertThat(Nearest.to("price", known)).isEmpty();
  }

  @Test
  void aTextIsFilledFast() {
    var text = template("Hello {{ contact.first_name }}, {{ order }} comes {{ found.day }}.");
    var bindings = World.bindings(World.values(), new Budget(Long.MAX_VALUE / 2));
    long made = 0;
    for (int round = 0; round < 5; round++) {
      var begin = System.nanoTime();
      for (int i = 0; i < 100_000; i++) {
        made += text.fill(bindings).length();
      }
      System.out.printf("%,.0f texts/s%n", 100_000 / ((System.nanoTime() - begin) / 1e9));
    }
    assertThat(made).isEqualTo(500_000L * "Hello Ada, AB1234 comes 2026-11-24.".length());
  }
}
