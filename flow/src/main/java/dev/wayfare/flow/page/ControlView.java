package dev.wayfare.flow.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One control as it is to be shown. `id` is the name its answer comes back under; those of a
/// list's items and of composite controls are joined by dots (`vehicles.0.plate`, `home.street`).
///
/// `values` is what was answered so far, as it was written; `attributes` what only this type has
/// (each control type documents its own); `children` what stands inside. A control that is not
/// `visible` is in the page all the same, so that a condition can show it without a new page.
public record ControlView(
    String type,
    String id,
    String label,
    String help,
    Optional<String> error,
    boolean required,
    boolean visible,
    List<String> values,
    List<OptionView> options,
    Map<String, String> attributes,
    List<ControlView> children) {

  /// A choice: the `value` that comes back, what is read, and a longer word for cards.
  public record OptionView(String value, String label, String help, boolean chosen) {}

  /// The first of the values, or nothing.
  public String value() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  ControlView withHelp(String words) {
    return new ControlView(
        type, id, label, words, error, required, visible, values, options, attributes, children);
  }

  ControlView withValues(List<String> typed) {
    return new ControlView(
        type, id, label, help, error, required, visible, typed, options, attributes, children);
  }

  boolean refused() {
    return error.isPresent() || children.stream().anyMatch(ControlView::refused);
  }
}
