package dev.wayfare.channel.web;

import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.ControlView.OptionView;
import dev.wayfare.flow.page.PageView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page with what was just written in it, and errors that the web itself found. Only for files
/// that were refused without script: everything else the journey itself keeps and shows.
record Overlay(Map<String, List<String>> fields, Map<String, String> errors) {

  PageView on(PageView page) {
    return new PageView(
        page.token(),
        page.title(),
        all(page.controls()),
        page.notice(),
        page.progress(),
        page.back(),
        page.theme());
  }

  private List<ControlView> all(List<ControlView> controls) {
    return controls.stream().map(this::one).toList();
  }

  private ControlView one(ControlView control) {
    var values = values(control);
    return new ControlView(
        control.type(),
        control.id(),
        control.label(),
        control.help(),
        Optional.ofNullable(errors.get(control.id())).or(control::error),
        control.required(),
        control.visible(),
        values,
        control.options().stream().map(option -> chosen(option, values)).toList(),
        control.attributes(),
        all(control.children()));
  }

  private List<String> values(ControlView control) {
    if (control.type().equals("signature") && fields.containsKey(control.id() + ".name")) {
      return List.of(first(control.id() + ".name"), first(control.id() + ".drawing"));
    }
    return switch (control.type()) {
      case "choices", "checkbox", "consent", "file" -> fields.getOrDefault(control.id(), List.of());
      default -> fields.getOrDefault(control.id(), control.values());
    };
  }

  private String first(String field) {
    return fields.getOrDefault(field, List.of("")).getFirst();
  }

  private static OptionView chosen(OptionView option, List<String> values) {
    return new OptionView(
        option.value(), option.label(), option.help(), values.contains(option.value()));
  }
}
