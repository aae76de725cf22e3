package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Expression;
import java.util.Optional;

/// A control that only shows.
public sealed interface Display extends Control
    permits Heading, Text, Image, Link, Divider, Progress {
  Presence presence();

  @Override
  default String id() {
    return presence().id();
  }

  @Override
  default Optional<Expression> visible() {
    return presence().visible();
  }
}
