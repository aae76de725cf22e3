package dev.wayfare.flow.step;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes round once for each item of a list: the steps from `do` lead back here, and then the next
/// item is taken. The list is worked out once, when the round begins.
public record Each(Expression in, String as, Exit body, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "each",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.COUNTS),
          "Goes round once for each item of a list. The steps from `do` lead back to this step; after the last item it goes on through `next`.",
          """
          channel: text
          start: list
          steps:
            list: {type: each, in: "['bread', 'milk']", as: item, do: tell, next: done}
            tell: {type: say, text: "Bring {{ item }}.", next: list}
            done: {type: say, text: "That is all."}
          """,
          Each::new);

  Each(Fields in) {
    this(
        in.expression("in", Type.LIST, "The list."),
        in.sets("as", "The variable that holds the item."),
        in.exit("do", "The first step for each item; its way leads back here."),
        in.exit("next", "Where to go after the last item."));
  }

  @Override
  public Move run(Scene scene) {
    var left = (List<?>) scene.memo().orElseGet(() -> scene.value(in));
    if (left.isEmpty()) {
      scene.keep(Optional.empty());
      return Move.through(next);
    }
    scene.set(as, left.getFirst());
    scene.keep(Optional.of(List.copyOf(left.subList(1, left.size()))));
    return Move.through(body);
  }
}
