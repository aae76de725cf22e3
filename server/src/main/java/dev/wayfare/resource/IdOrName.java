package dev.wayfare.resource;

import java.util.Optional;
import java.util.UUID;

/// How people and programs name a thing in an address: by its id, or by its name.
public record IdOrName(Optional<UUID> id, String name) {

  public static IdOrName of(String written) {
    try {
      return new IdOrName(Optional.of(UUID.fromString(written)), written);
    } catch (IllegalArgumentException _) {
      return new IdOrName(Optional.empty(), written);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
