package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.shape.Canonical;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.step.StepTypes;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whether a step says and asks the same in two apps: remarks aside, and where it leads, for
/// whoever waits there learns of that only when they go on.
final class StepContent {
  private static final DocumentShape STEPS =
      DocumentShape.of(in -> in.steps("steps", StepTypes.variants(StepTypes.ALL), ""));

  private StepContent() {}

  static boolean same(App old, MoveMap.Spot was, App now, MoveMap.Spot is, MoveMap map) {
    var one = written(old, was);
    var other = written(now, is);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    return Same.same(
        ways(map::flow).variant("step", content(one.get()), was.flow()),
        ways(UnaryOperator.identity()).variant("step", content(other.get()), is.flow()));
  }

  /// All ways lead to the same.
  private static Naming ways(UnaryOperator<String> flows) {
    return new Naming(STEPS, flows, (_, _) -> "");
  }

  private static @Nullable Object content(Tree step) {
    var around = new Tree.Branch(Map.of("step", step), Place.ROOT);
    var steps = new Tree.Branch(Map.of("steps", around), Place.ROOT);
    return Renames.entries(Canonical.toHash(STEPS, steps), "steps").get("step");
  }

  private static Optional<Tree> written(App app, MoveMap.Spot spot) {
    Optional<Tree> found = Optional.of(app.document());
    for (var key : spot.place().path().split("/")) {
      found =
          found.flatMap(
              tree ->
                  tree instanceof Tree.Branch(var fields, _)
                      ? Optional.ofNullable(fields.get(key))
                      : Optional.empty());
    }
    return found;
  }
}
