package dev.wayfare.flow.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.wayfare.flow.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What CEL's macros (`all`, `exists`, `exists_one`, `map`, `filter`) become: loops over a list or
/// the names of an object. Every round is paid for.
final class Loops {
  /// Plans a part of the expression.
  @FunctionalInterface
  interface Planning {
    Node plan(CelExpr e);
  }

  /// Plans a part that also sees the loop's own names.
  interface Names {
    int slot();

    Node within(Map<String, Integer> names, CelExpr e);
  }

  private final Planning parts;
  private final Names names;

  Loops(Planning parts, Names names) {
    this.parts = parts;
    this.names = names;
  }

  Node plan(CelExpr e, Place place) {
    var loop = e.comprehension();
    var range = parts.plan(loop.iterRange());
    var item = names.slot();
    return collected(loop)
        .map(collects -> collecting(loop, collects, range, item, place))
        .orElseGet(() -> folding(loop, range, item, place));
  }

  /// What `map` and `filter` add to their list, and when.
  private record Collects(CelExpr item, Optional<CelExpr> when) {}

  private static Optional<Collects> collected(CelComprehension loop) {
    if (loop.accuInit().getKind() != Kind.LIST) {
      return Optional.empty();
    }
    var step = loop.loopStep().call();
    return Optional.of(
        step.function().equals(Functions.IF)
            ? new Collects(added(step.args().get(1)), Optional.of(step.args().getFirst()))
            : new Collects(added(loop.loopStep()), Optional.empty()));
  }

  /// The `x` of `list + [x]`.
  private static CelExpr added(CelExpr plus) {
    return plus.call().args().get(1).list().elements().getFirst();
  }

  private Node collecting(
      CelComprehension loop, Collects collects, Node range, int slot, Place place) {
    var own = Map.of(loop.iterVar(), slot);
    var item = names.within(own, collects.item());
    var when = collects.when().map(e -> names.within(own, e)).orElse(_ -> true);
    return run -> {
      var made = new ArrayList<@Nullable Object>();
      for (var each : items(run, range, place)) {
        run.spend(1);
        run.local(slot, Plain.read(each));
        var wanted = when.eval(run);
        if (!(wanted instanceof Boolean)) {
          run.at(place);
          throw run.failed(
              "A boolean was expected, but found %s."
                  .formatted(dev.wayfare.flow.expression.Kind.of(wanted).words()));
        }
        if (wanted.equals(true)) {
          made.add(item.eval(run));
        }
      }
      return Collections.unmodifiableList(made);
    };
  }

  private Node folding(CelComprehension loop, Node range, int slot, Place place) {
    var sum = names.slot();
    var first = parts.plan(loop.accuInit());
    var own = Map.of(loop.iterVar(), slot, loop.accuVar(), sum);
    var goesOn = names.within(own, loop.loopCondition());
    var step = names.within(own, loop.loopStep());
    var result = names.within(Map.of(loop.accuVar(), sum), loop.result());
    return run -> {
      var items = items(run, range, place);
      run.local(sum, first.eval(run));
      for (var each : items) {
        run.spend(1);
        run.local(slot, Plain.read(each));
        if (!Boolean.TRUE.equals(goesOn.eval(run))) {
          break;
        }
        run.local(sum, outcome(run, step));
      }
      return result.eval(run);
    };
  }

  /// A failure is kept like a value: a later item may decide without it.
  private static @Nullable Object outcome(Run run, Node step) {
    try {
      return step.eval(run);
    } catch (ExpressionFailed failure) {
      if (Planner.isFinal(failure)) {
        throw failure;
      }
      return failure;
    }
  }

  private static List<?> items(Run run, Node range, Place place) {
    var value = range.eval(run);
    return switch (value) {
      case List<?> list -> list;
      case Map<?, ?> map -> {
        run.spend(map.size());
        yield Plain.keys(map);
      }
      case null, default -> {
        run.at(place);
        throw run.failed(
            "A list was expected, but found %s."
                .formatted(dev.wayfare.flow.expression.Kind.of(value).words()));
      }
    };
  }
}
