package dev.wayfare.cli.play;

import dev.wayfare.flow.page.Checkbox;
import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.step.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A page that is being answered: what a browser would send of it, with the typed answers over it.
/// `day=2026-12-01` is an answer, a word alone names the button.
final class PageForm {
  private static final Set<String> SHOWING =
      Set.of("heading", "text", "image", "link", "divider", "progress", "container", "form");
  private static final Set<String> STRUCTURE = Set.of("list", "item", "address", "button");
  private static final Set<String> YES = Set.of("yes", "y", "true", "on", "1");
  private static final Set<String> NO = Set.of("no", "n", "false", "off", "0", "");

  private final PageView page;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final Set<String> typed = new HashSet<>();
  private Optional<String> button = Optional.empty();

  private PageForm(PageView page) {
    this.page = page;
    questions().forEach(this::keep);
  }

  static PageForm filled(PageView page, List<String> words) {
    var form = new PageForm(page);
    words.forEach(form::take);
    return form;
  }

  Map<String, List<String>> fields() {
    return fields;
  }

  Optional<String> button() {
    return button;
  }

  /// Every button there is: its id, and the words on it.
  static Map<String, String> buttons(PageView page) {
    var buttons = new LinkedHashMap<String, String>();
    page.controls().stream()
        .flatMap(PageForm::withChildren)
        .filter(ControlView::visible)
        .forEach(
            control -> {
              if (control.type().equals("button")) {
                buttons.put(control.id(), control.label());
              }
              for (var act : List.of("add", "remove")) {
                if (!control.attribute(act).isEmpty()) {
                  buttons.put(control.attribute(act), control.attribute(act + "_label"));
                }
              }
            });
    if (page.back()) {
      buttons.put(Page.BACK, "Back");
    }
    return buttons;
  }

  static boolean asks(ControlView control) {
    return !SHOWING.contains(control.type()) && !STRUCTURE.contains(control.type());
  }

  private static Stream<ControlView> withChildren(ControlView control) {
    return Stream.concat(
        Stream.of(control), control.children().stream().flatMap(PageForm::withChildren));
  }

  private List<ControlView> questions() {
    return page.controls().stream().flatMap(PageForm::withChildren).filter(PageForm::asks).toList();
  }

  /// What stands in it already.
  private void keep(ControlView control) {
    if (control.type().equals("signature")) {
      var parts = control.values();
      put(control.id() + ".name", parts.isEmpty() ? "" : parts.getFirst());
      put(control.id() + ".drawing", parts.size() < 2 ? "" : parts.get(1));
    } else if (!control.values().isEmpty()) {
      fields.put(control.id(), control.values());
    }
  }

  private void put(String field, String value) {
    if (!value.isEmpty()) {
      fields.put(field, List.of(value));
    }
  }

  private void take(String word) {
    var equals = word.indexOf('=');
    if (equals < 0) {
      button = Optional.of(buttonNamed(word));
      return;
    }
    var name = word.substring(0, equals).strip();
    var control = control(name);
    var field = control.type().equals("signature") ? signature(control, name) : control.id();
    if (typed.add(field)) {
      fields.remove(field);
    }
    values(control, word.substring(equals + 1))
        .forEach(value -> fields.computeIfAbsent(field, _ -> new ArrayList<>()).add(value));
  }

  private String buttonNamed(String word) {
    var buttons = buttons(page);
    if (buttons.containsKey(word)) {
      return word;
    }
    return buttons.entrySet().stream()
        .filter(each -> each.getValue().equalsIgnoreCase(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new NotUnderstood(
                    "There is no button \"%s\" on this page; there is %s. An answer is field=value."
                        .formatted(
                            word,
                            buttons.isEmpty() ? "none" : String.join(", ", buttons.keySet()))));
  }

  private ControlView control(String name) {
    var questions = questions();
    return Stream.concat(
            questions.stream().filter(control -> isNamed(control, name)),
            questions.stream().filter(control -> control.label().equalsIgnoreCase(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new NotUnderstood(
                    "There is no field \"%s\" on this page; there is %s."
                        .formatted(name, questions.isEmpty() ? "none" : names(questions))));
  }

  private static String names(List<ControlView> questions) {
    return String.join(", ", questions.stream().map(ControlView::id).toList());
  }

  private static boolean isNamed(ControlView control, String name) {
    return control.id().equals(name)
        || (control.type().equals("signature")
            && (name.equals(control.id() + ".name") || name.equals(control.id() + ".drawing")));
  }

  private static String signature(ControlView control, String name) {
    return control.id() + (name.endsWith(".drawing") ? ".drawing" : ".name");
  }

  private static List<String> values(ControlView control, String given) {
    return switch (control.type()) {
      case "checkbox", "consent" -> ticked(control, given);
      case "file" -> given.isEmpty() ? List.of() : List.of(LocalFile.upload(given));
      case "choices" -> chosen(control, given);
      default ->
          given.isEmpty()
              ? List.of()
              : List.of(control.options().isEmpty() ? given : option(control, given));
    };
  }

  private static List<String> ticked(ControlView control, String given) {
    var word = given.toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw new NotUnderstood("\"%s\" is a box to tick: yes or no.".formatted(control.id()));
    }
    return YES.contains(word) ? List.of(Checkbox.TICKED) : List.of();
  }

  /// One of them, or several between commas.
  private static List<String> chosen(ControlView control, String given) {
    if (given.isEmpty()) {
      return List.of();
    }
    return match(control, given)
        .map(List::of)
        .orElseGet(
            () ->
                Stream.of(given.split(","))
                    .map(String::strip)
                    .map(each -> option(control, each))
                    .toList());
  }

  private static String option(ControlView control, String given) {
    return match(control, given)
        .orElseThrow(
            () ->
                new NotUnderstood(
                    "\"%s\" is none of the options of %s: %s."
                        .formatted(
                            given,
                            control.id(),
                            String.join(
                                ", ",
                                control.options().stream()
                                    .limit(Screen.MOST_OPTIONS)
                                    .map(ControlView.OptionView::value)
                                    .toList()))));
  }

  /// By its value, by what is read, or by its number in the list.
  private static Optional<String> match(ControlView control, String given) {
    var options = control.options();
    var named =
        Stream.concat(
                options.stream().filter(option -> option.value().equals(given)),
                options.stream().filter(option -> option.label().equalsIgnoreCase(given)))
            .findFirst();
    if (named.isEmpty() && given.matches("\\d{1,3}")) {
      var number = Integer.parseInt(given);
      named =
          number >= 1 && number <= options.size()
              ? Optional.of(options.get(number - 1))
              : Optional.empty();
    }
    return named.map(ControlView.OptionView::value);
  }
}
