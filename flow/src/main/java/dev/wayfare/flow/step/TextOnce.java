package dev.wayfare.flow.step;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends one text that is not part of a conversation: no answer is awaited, and the text channel
/// stays where it is.
public record TextOnce(
    Optional<Expression> to,
    Template text,
    Optional<String> hours,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "text_once",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.TEXTS),
          "Sends one text, without a conversation: to the contact, or to any number.",
          """
          channel: web
          start: tell
          steps:
            tell: {type: text_once, to: "'+15550100'", text: "Someone is at the door.", next: done}
            done: {type: page, title: "They know you are here"}
          """,
          TextOnce::new);

  TextOnce(Fields in) {
    this(
        in.maybeExpression("to", Type.PHONE, "The number in E.164; without it, the contact's."),
        in.template("text", "What it says."),
        in.maybeHours("hours", Moments.HOURS),
        in.exit("next", "Where to go on; it does not wait for the hours."),
        in.maybeExit("failed", "Where to go when there is no number."));
  }

  @Override
  public Move run(Scene scene) {
    var number = to.map(value -> Values.show(scene.value(value))).orElse(scene.contact().phone());
    if (!Address.isE164(number)) {
      return failed
          .map(Move::through)
          .orElseGet(
              () ->
                  new Move.Fail(
                      Trouble.NO_PHONE,
                      "a text needs a phone number like +15550100 and found "
                          + (number.isEmpty() ? "none" : "something else")));
    }
    var body = scene.fill(text);
    var opens = Moments.closedUntil(scene, hours);
    if (opens.isPresent()) {
      scene.later(new Timer.Text(opens.get(), number, body, hours.orElse("")));
    } else {
      scene.emit(new Effect.SendText(number, body, false));
      scene.note("texted", Map.of("text", body));
    }
    return Move.through(next);
  }
}
