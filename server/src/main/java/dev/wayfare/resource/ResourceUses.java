package dev.wayfare.resource;

import java.util.List;
import java.util.UUID;

/// Answers who uses a resource or a connected account; those who use them implement it, each for
/// its own part.
@FunctionalInterface
public interface ResourceUses {
  List<Use> of(UUID resourceOrAccount);

  /// Who uses it that is no app, in words: `used by the notifier On call`.
  default List<String> others(UUID resourceOrAccount) {
    return List.of();
  }
}
