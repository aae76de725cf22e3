package dev.wayfare.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelMap;
import java.util.List;
import java.util.Optional;

/// Makes every whole number of a parsed expression a `double`, so that numbers are of one type and
/// `count + 1` means what it says.
final class Literals {
  private Literals() {}

  static CelExpr asDoubles(CelExpr e) {
    return switch (e.getKind()) {
      case CONSTANT -> constant(e);
      case SELECT ->
          CelExpr.ofSelect(
              e.id(), asDoubles(e.select().operand()), e.select().field(), e.select().testOnly());
      case CALL ->
          CelExpr.ofCall(
              e.id(),
              e.call().target().map(Literals::asDoubles),
              e.call().function(),
              all(e.call().args()));
      case LIST -> CelExpr.ofList(e.id(), all(e.list().elements()), e.list().optionalIndices());
      case MAP ->
          CelExpr.ofMap(
              e.id(),
              e.map().entries().stream()
                  .map(Literals::entry)
                  .collect(ImmutableList.toImmutableList()));
      case COMPREHENSION -> {
        var loop = e.comprehension();
        yield CelExpr.ofComprehension(
            e.id(),
            loop.iterVar(),
            loop.iterVar2(),
            asDoubles(loop.iterRange()),
            loop.accuVar(),
            asDoubles(loop.accuInit()),
            asDoubles(loop.loopCondition()),
            asDoubles(loop.loopStep()),
            asDoubles(loop.result()));
      }
      case IDENT, STRUCT, NOT_SET -> e;
    };
  }

  private static ImmutableList<CelExpr> all(List<CelExpr> expressions) {
    return expressions.stream().map(Literals::asDoubles).collect(ImmutableList.toImmutableList());
  }

  private static CelMap.Entry entry(CelMap.Entry entry) {
    return entry.toBuilder()
        .setKey(asDoubles(entry.key()))
        .setValue(asDoubles(entry.value()))
        .build();
  }

  private static CelExpr constant(CelExpr e) {
    return switch (e.constant().getKind()) {
      case INT64_VALUE ->
          CelExpr.ofConstant(e.id(), CelConstant.ofValue((double) e.constant().int64Value()));
      case UINT64_VALUE ->
          CelExpr.ofConstant(e.id(), CelConstant.ofValue(e.constant().uint64Value().doubleValue()));
      default -> e;
    };
  }

  /// The text a literal writes.
  static Optional<String> text(CelExpr e) {
    return e.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && e.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(e.constant().stringValue())
        : Optional.empty();
  }
}
