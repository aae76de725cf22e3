package dev.wayfare.resource;

import dev.wayfare.kernel.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An account's settings with its secret opened.
record OpenAccount(UUID id, Map<String, String> settings, Optional<Secret> secret) {
  OpenAccount {
    settings = Map.copyOf(settings);
  }

  /// Never the settings: who signs in where is nobody's business in a log.
  @Override
  public String toString() {
    return "OpenAccount[" + id + "]";
  }
}
