package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.step.Ask;
import dev.wayfare.flow.step.Expect;
import java.util.function.Consumer;

/// What a caller keys in answer to a sensitive question goes into a secret, and nowhere else.
final class SecretAnswers implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      if (flow.channel() == Channel.VOICE) {
        flow.steps().forEach((id, step) -> step(app, flow, id, step, tell));
      }
    }
  }

  private static void step(
      Graph app, Flow flow, String id, dev.wayfare.flow.step.Step step, Consumer<Problem> tell) {
    if (!(step instanceof Ask ask) || !ask.sensitive()) {
      return;
    }
    var at = "flows/" + flow.name() + "/steps/" + id;
    if (type(app, flow, ask.into()) != Type.SECRET) {
      tell.accept(
          Problem.error(
              Code.SECRET_NEEDED,
              app.place(at + "/into"),
              "`%s` takes what is keyed secretly, and it is no secret.".formatted(ask.into()),
              "Declare it under `variables`: `%s: {type: secret}`.".formatted(ask.into())));
    }
    if (ask.expect() != Expect.TEXT) {
      tell.accept(
          Problem.error(
              Code.VALUE_WRONG,
              app.place(at + "/expect"),
              "A secret is kept as it is keyed, and `expect` wants something else.",
              "Leave `expect` out, and look at the answer in `check`."));
    }
  }

  private static Type type(Graph app, Flow flow, String name) {
    var own = flow.inputs().getOrDefault(name, flow.variables().get(name));
    var declared = own == null ? app.app().variables().get(name) : own;
    return declared == null ? Type.ANY : declared.type();
  }
}
