package dev.wayfare.flow.shape;

import java.util.Optional;

/// Where a step goes on: a step of the same flow, or nowhere, which ends the flow.
public record Exit(Optional<String> step) {
  public static final Exit NONE = new Exit(Optional.empty());
}
