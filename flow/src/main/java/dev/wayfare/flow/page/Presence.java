package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;

/// What all controls that ask nothing share: a name, if the builder gave one, and a condition.
record Presence(String id, Optional<Expression> visible) {
  static Presence of(Fields in) {
    var id = in.word("id", "", "A name for this control, if something is to find it again.");
    Ids.check(in, id);
    return new Presence(id, condition(in));
  }

  static Optional<Expression> condition(Fields in) {
    return in.maybeExpression(
        "visible", Type.BOOLEAN, "When it is shown; sees the answers given on this page so far.");
  }
}
