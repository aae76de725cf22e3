package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.step.StepType.Trait;
import dev.wayfare.flow.step.TextOnce;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Texts that go to a phone as more than one SMS, each of which is paid for. What the holes add is
/// not known; what stands around them is.
record Lengths(Shapes shapes) implements Checks.Check {
  private static final Pattern HOLE = Pattern.compile("(?<!\\\\)\\{\\{.*?\\}\\}", Pattern.DOTALL);

  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      flow.steps()
          .forEach(
              (id, step) -> {
                if (app.has(flow, id, Trait.TEXTS)
                    && (flow.channel() != Channel.VOICE || step instanceof TextOnce)) {
                  app.at("flows/" + flow.name() + "/steps/" + id).stream()
                      .flatMap(written -> shapes.texts(step, written).stream())
                      .forEach(text -> text(text, tell));
                }
              });
    }
    Optional.ofNullable(app.app().troubleAnswers().get(Channel.TEXT))
        .ifPresent(answer -> text(answer.source(), answer.place(), tell));
  }

  private static void text(Tree.Leaf leaf, Consumer<Problem> tell) {
    if (leaf.value() instanceof String text) {
      text(text, leaf.place(), tell);
    }
  }

  private static void text(String source, Place place, Consumer<Problem> tell) {
    var constant = HOLE.matcher(source).replaceAll("").replace("\\{{", "{{");
    var segments = Segments.of(constant);
    if (segments.count() > 1) {
      tell.accept(
          Problem.hint(
              Code.TEXT_LONG,
              place,
              "This text is sent as %d SMS%s%s."
                  .formatted(
                      segments.count(),
                      constant.equals(source) ? "" : " or more",
                      segments
                          .forcing()
                          .map(
                              ", because `%s` leaves room for only 70 characters in one"::formatted)
                          .orElse("")),
              segments.forcing().isPresent()
                  ? "Write it without `%s`, or shorter.".formatted(segments.forcing().get())
                  : "Write it shorter: one SMS has room for 160 characters."));
    }
  }
}
