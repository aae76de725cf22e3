package dev.wayfare.flow.page;

import dev.wayfare.flow.shape.Fields;
import java.util.Set;
import java.util.function.BiFunction;

/// A type of control as documents, screens and checks know it: its `word`, where it may stand, its
/// documentation, and an `example` (YAML, one item of a page's `controls`) which the tests read.
public record ControlType(
    String word,
    Set<Setting> settings,
    String doc,
    String example,
    BiFunction<Fields, Setting, ? extends Control> reader) {

  static final Set<Setting> EVERYWHERE = Set.of(Setting.values());
  static final Set<Setting> ASKING = Set.of(Setting.PAGE, Setting.ENTRY);

  Control read(Fields in, Setting setting) {
    return reader.apply(in, setting);
  }
}
