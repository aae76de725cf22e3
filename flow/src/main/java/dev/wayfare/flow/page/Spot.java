package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.page.ControlView.OptionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// One control's place on a page as it stands now: the `path` its answer comes back under (with the
/// `prefix` of the list item it is in), the raw values of the page, what its expressions see, and
/// what is wrong and visible so far.
record Spot(
    String prefix,
    String path,
    Sight sight,
    Map<String, List<String>> raw,
    Map<String, String> errors,
    Set<String> seen) {

  /// The page itself.
  static Spot page(Sight sight, Map<String, List<String>> raw) {
    return new Spot("", "", sight, raw, Map.of(), Set.of());
  }

  /// Each of the controls that stand here, at its own spot. What has no id gets a path that no id
  /// can have, so that its visibility can be told all the same.
  void each(List<? extends Control> controls, BiConsumer<Control, Spot> visit) {
    for (int i = 0; i < controls.size(); i++) {
      var control = controls.get(i);
      visit.accept(
          control, at(control.id().isEmpty() ? unnamed(control, i) : prefix + control.id()));
    }
  }

  private String unnamed(Control control, int index) {
    var within = path.isEmpty() ? "_" : (path.startsWith("_") ? "" : "_") + path + "-";
    return (control instanceof Button ? "button-" : "") + within + index;
  }

  /// The item of a list, seen under this name.
  Spot item(int index, String name, Object item) {
    var at = path + "." + index;
    return new Spot(at + ".", at, sight.with(Map.of(name, item)), raw, errors, seen);
  }

  /// A part of this control.
  Spot part(String name) {
    return at(path + "." + name);
  }

  private Spot at(String elsewhere) {
    return new Spot(prefix, elsewhere, sight, raw, errors, seen);
  }

  List<String> all() {
    return raw.getOrDefault(path, List.of());
  }

  /// The one value, without the blanks around it.
  String typed() {
    return all().isEmpty() ? "" : all().getFirst().strip();
  }

  String fill(Template template) {
    return sight.fill(template);
  }

  String fill(Optional<Template> template) {
    return sight.fill(template);
  }

  boolean visible() {
    return seen.contains(path);
  }

  List<ControlView> views(List<? extends Control> controls) {
    var views = new ArrayList<ControlView>();
    each(controls, (control, spot) -> views.add(control.view(spot)));
    return List.copyOf(views);
  }

  /// The view of something that asks nothing.
  ControlView shown(
      String type, String label, Map<String, String> attributes, List<ControlView> children) {
    return new ControlView(
        type,
        path,
        label,
        "",
        Optional.ofNullable(errors.get(path)),
        false,
        visible(),
        List.of(),
        List.of(),
        attributes,
        children);
  }

  ControlView shown(String type, String label, Map<String, String> attributes) {
    return shown(type, label, attributes, List.of());
  }

  /// The view of a question.
  ControlView asked(
      String type,
      Question question,
      List<OptionView> options,
      Map<String, String> attributes,
      List<ControlView> children) {
    return new ControlView(
        type,
        path,
        fill(question.label()),
        fill(question.help()),
        Optional.ofNullable(errors.get(path)),
        question.required(),
        visible(),
        all(),
        options,
        attributes,
        children);
  }

  ControlView asked(String type, Question question, Map<String, String> attributes) {
    return asked(type, question, List.of(), attributes, List.of());
  }

  /// The view of one part of a question that has several.
  ControlView part(
      String name,
      String type,
      String label,
      boolean required,
      List<OptionView> options,
      Map<String, String> attributes) {
    var at = part(name);
    return new ControlView(
        type,
        at.path,
        label,
        "",
        Optional.ofNullable(errors.get(at.path)),
        required,
        visible(),
        at.all(),
        options,
        attributes,
        List.of());
  }
}
