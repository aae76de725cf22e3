package dev.wayfare.record;

import java.util.UUID;

/// The place of all records of one type: one deployment's, or the organization's when `shared`.
record Shelf(UUID id, String name, boolean shared, Shape shape) {
  Shelf with(Shape next) {
    return new Shelf(id, name, shared, next);
  }
}
