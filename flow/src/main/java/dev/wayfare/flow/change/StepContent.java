package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.shape.Canonical;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.step.StepTypes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a step says and does the same in two apps, remarks and names of other steps aside.
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
    var naming =
        new Naming(STEPS, map::flow, (flow, id) -> map.of(new MoveMap.Spot(flow, id)).step());
    return Same.same(naming.variant("step", content(one.get()), was.flow()), content(other.get()));
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
