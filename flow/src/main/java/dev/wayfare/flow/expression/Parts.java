package dev.wayfare.flow.expression;

import dev.cel.common.ast.CelExpr;
import java.util.stream.Stream;

/// An expression and everything in it.
final class Parts {
  private Parts() {}

  static Stream<CelExpr> of(CelExpr e) {
    return Stream.concat(Stream.of(e), children(e).flatMap(Parts::of));
  }

  private static Stream<CelExpr> children(CelExpr e) {
    return switch (e.getKind()) {
      case CONSTANT, IDENT, NOT_SET -> Stream.of();
      case SELECT -> Stream.of(e.select().operand());
      case CALL -> Stream.concat(e.call().target().stream(), e.call().args().stream());
      case LIST -> e.list().elements().stream();
      case MAP ->
          e.map().entries().stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
      case STRUCT -> e.struct().entries().stream().map(CelExpr.CelStruct.Entry::value);
      case COMPREHENSION -> {
        var loop = e.comprehension();
        yield Stream.of(
            loop.iterRange(),
            loop.accuInit(),
            loop.loopCondition(),
            loop.loopStep(),
            loop.result());
      }
    };
  }
}
