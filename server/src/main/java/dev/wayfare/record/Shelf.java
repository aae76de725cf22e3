package dev.wayfare.record;

import java.util.Optional;
import java.util.UUID;

/// The place of all records of one type: one deployment's, or that of an `environment` whose apps
/// share them. `revision` counts the changes of its shape.
record Shelf(UUID id, String name, Optional<UUID> environment, int revision, Shape shape) {
  boolean shared() {
    return environment.isPresent();
  }

  Shelf with(Shape next) {
    return new Shelf(id, name, environment, revision, next);
  }
}
