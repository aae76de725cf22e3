package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import java.util.List;
import java.util.function.Consumer;

/// Something starts a journey, and something is said when it errs.
final class Entrances implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    if (app.app().triggers().isEmpty()) {
      tell.accept(
          Problem.warning(
              Code.TRIGGER_MISSING,
              app.place("triggers"),
              "Nothing can start a journey in this app.",
              "Add a trigger: `triggers: {texted: {type: text, flow: …}}`."));
    }
    for (var channel : List.of(Channel.TEXT, Channel.VOICE, Channel.WEB)) {
      var used = app.app().flows().values().stream().anyMatch(flow -> flow.channel() == channel);
      if (used && !app.app().troubleAnswers().containsKey(channel)) {
        tell.accept(
            Problem.hint(
                Code.CHANNEL_UNANSWERED,
                app.place("answers"),
                "The app has no answer of its own on the channel %s for when something errs."
                    .formatted(channel.word()),
                "Add `answers: {%s: …}`; until then a plain sentence is said."
                    .formatted(channel.word())));
      }
    }
  }
}
