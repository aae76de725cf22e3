package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.step.Ask;
import java.util.function.Consumer;

/// Nobody can send a photo during a call.
final class Photos implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      if (flow.channel() == Channel.VOICE) {
        flow.steps()
            .forEach(
                (id, step) -> {
                  if (step instanceof Ask ask && ask.expect().hangsOnAText()) {
                    tell.accept(
                        Problem.error(
                            Code.VALUE_WRONG,
                            app.place("flows/" + flow.name() + "/steps/" + id + "/expect"),
                            "`expect` wants a photo or file, and a call carries none.",
                            "Ask for it in a text flow, or on a page with a `file` control."));
                  }
                });
      }
    }
  }
}
