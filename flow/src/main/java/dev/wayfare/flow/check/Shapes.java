package dev.wayfare.flow.check;

import dev.wayfare.flow.Tree;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.ObjectShape;
import dev.wayfare.flow.step.Step;
import dev.wayfare.flow.step.StepTypes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the shapes of the step types tell: how many ways lead out of a step, and which of its
/// fields are texts.
record Shapes(DocumentShape document) {

  static Shapes ofAllSteps() {
    var steps = StepTypes.variants(StepTypes.ALL);
    return new Shapes(DocumentShape.of(in -> in.steps("steps", steps, "")));
  }

  private Optional<ObjectShape> of(Step step) {
    return Optional.ofNullable(document.variant("step", StepTypes.of(step).word()));
  }

  /// Whether a step has one way out only, which it always takes.
  boolean oneWay(Step step) {
    return of(step).filter(shape -> exits(shape) == 1).isPresent();
  }

  /// How many exits an object can have; 2 stands for any number.
  private static long exits(ObjectShape shape) {
    return shape.fields().stream()
        .mapToLong(
            field ->
                switch (field.holds()) {
                  case FieldShape.Text(var role, _) -> role == FieldShape.Role.STEP ? 1 : 0;
                  case FieldShape.StepOf _ -> 1;
                  case FieldShape.One(var of) -> 2 * exits(of);
                  case FieldShape.Many(var of) -> 2 * exits(of);
                  case FieldShape.Named(var of, _, _) -> 2 * exits(of);
                  case FieldShape.ManyOf _, FieldShape.NamedOf _ -> 0;
                  case FieldShape.Formula _,
                      FieldShape.Formulas _,
                      FieldShape.Words _,
                      FieldShape.Flag _,
                      FieldShape.Figure _,
                      FieldShape.Choice _,
                      FieldShape.Value _,
                      FieldShape.Constant _,
                      FieldShape.Open _ ->
                      0;
                })
        .sum();
  }

  /// The texts with holes in a step, as they are written in its part of the document.
  List<Tree.Leaf> texts(Step step, Tree written) {
    return of(step).stream().flatMap(shape -> texts(shape, written)).toList();
  }

  private static Stream<Tree.Leaf> texts(ObjectShape shape, Tree written) {
    return written instanceof Tree.Branch(var fields, _)
        ? shape.fields().stream()
            .flatMap(
                field ->
                    Optional.ofNullable(fields.get(field.name())).stream()
                        .flatMap(tree -> texts(field.holds(), tree)))
        : Stream.of();
  }

  private static Stream<Tree.Leaf> texts(FieldShape.Holds holds, Tree tree) {
    return switch (holds) {
      case FieldShape.Text(var role, _) when role == FieldShape.Role.TEMPLATE ->
          tree instanceof Tree.Leaf leaf ? Stream.of(leaf) : Stream.of();
      case FieldShape.One(var of) -> texts(of, tree);
      case FieldShape.Many(var of) -> within(tree).stream().flatMap(each -> texts(of, each));
      case FieldShape.Named(var of, _, _) -> within(tree).stream().flatMap(each -> texts(of, each));
      case FieldShape.Text _,
          FieldShape.StepOf _,
          FieldShape.ManyOf _,
          FieldShape.NamedOf _,
          FieldShape.Formula _,
          FieldShape.Formulas _,
          FieldShape.Words _,
          FieldShape.Flag _,
          FieldShape.Figure _,
          FieldShape.Choice _,
          FieldShape.Value _,
          FieldShape.Constant _,
          FieldShape.Open _ ->
          Stream.of();
    };
  }

  private static Collection<Tree> within(Tree tree) {
    return switch (tree) {
      case Tree.Branch(var fields, _) -> fields.values();
      case Tree.Twigs(var items, _) -> items;
      case Tree.Leaf _ -> List.of();
    };
  }
}
