package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Expression;
import java.util.List;
import java.util.Optional;

/// A control that holds others. Hidden, it hides them all; their answers keep their own names.
public sealed interface Group extends Control permits Container, Form {
  Presence presence();

  List<Control> controls();

  @Override
  default String id() {
    return presence().id();
  }

  @Override
  default Optional<Expression> visible() {
    return presence().visible();
  }
}
