package dev.wayfare.flow.shape;

import java.util.List;
import java.util.Optional;

/// What an object of a document looks like: its fields in canonical order. Every object may also
/// have a `note`, which stands here like any other field.
public record ObjectShape(List<FieldShape> fields) {

  public Optional<FieldShape> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
