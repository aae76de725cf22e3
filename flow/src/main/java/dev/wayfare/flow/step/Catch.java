package dev.wayfare.flow.step;

import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Set;

/// Hears what fails in this flow, and in the flows it runs, where nothing nearer does. `error`
/// holds `code`, `message`, `flow` and `step`.
public record Catch(List<String> codes, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "catch",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.DOORWAY),
          "Hears failures of this flow and of the flows it runs. Afterwards `error.code`, `error.message`, `error.flow` and `error.step` tell what happened.",
          """
          channel: text
          start: fail
          steps:
            fail: {type: raise, code: closed, message: "We are closed"}
            caught: {type: catch, next: tell}
            tell: {type: say, text: "{{ error.message }}."}
          """,
          Catch::new);

  Catch(Fields in) {
    this(
        in.words("codes", "The codes it hears; none means all."),
        in.exit("next", "Where to go on."));
  }

  /// Whether it hears this failure.
  public boolean hears(String code) {
    return codes.isEmpty() || codes.contains(code);
  }

  @Override
  public Move run(Scene scene) {
    return Move.through(next);
  }
}
