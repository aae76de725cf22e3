package dev.wayfare.resource;

import java.util.List;

/// What came of removing a resource or an account.
sealed interface Removal {

  record Removed() implements Removal {}

  record Unknown() implements Removal {}

  /// Somebody needs it; named, so that they can be asked.
  record InUse(List<String> holders) implements Removal {}
}
