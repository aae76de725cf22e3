package dev.wayfare.cli.play;

import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A page in lines: its title, its texts, its questions under the names they are answered by, the
/// choices with their numbers, the buttons last.
final class PageLines {
  private final PageView page;
  private final List<String> lines = new ArrayList<>();

  PageLines(PageView page) {
    this.page = page;
  }

  List<String> lines() {
    lines.add(page.title() + page.progress().map(done -> "  (" + done + " %)").orElse(""));
    page.notice().ifPresent(notice -> lines.add("  ! " + notice));
    page.controls().forEach(control -> add(control, "  "));
    var buttons = PageForm.buttons(page);
    if (!buttons.isEmpty()) {
      lines.add(
          "  "
              + buttons.entrySet().stream()
                  .map(button -> "[" + button.getKey() + "] " + button.getValue())
                  .collect(Collectors.joining("   ")));
    }
    return lines;
  }

  private void add(ControlView control, String indent) {
    if (!control.visible() || control.type().equals("button")) {
      return;
    }
    var inside = indent;
    if (control.type().equals("item") && control.label().isEmpty()) {
      item(control, indent);
      return;
    }
    if (PageForm.asks(control)) {
      question(control, indent);
    } else {
      var words = shown(control);
      words.lines().forEach(line -> lines.add(indent + line));
      inside = words.isEmpty() ? indent : indent + "  ";
      error(control, inside);
    }
    for (var child : control.children()) {
      add(child, inside);
    }
  }

  /// Something that is listed: a dash in front of its first line.
  private void item(ControlView control, String indent) {
    var begins = lines.size();
    control.children().forEach(child -> add(child, indent + "  "));
    if (lines.size() > begins) {
      lines.set(begins, indent + "- " + lines.get(begins).substring(indent.length() + 2));
    }
  }

  private static String shown(ControlView control) {
    return switch (control.type()) {
      case "heading" -> "# " + control.label();
      case "text" -> control.attribute("markdown");
      case "image" -> "(picture: " + control.label() + ")";
      case "link" -> control.label() + " → " + control.attribute("href");
      case "divider" -> "---";
      case "progress" -> control.label() + " " + control.attribute("percent") + " %";
      case "item" -> control.label() + ".";
      case "list" -> control.label().isEmpty() ? control.help() : control.label();
      default -> control.label();
    };
  }

  private void question(ControlView control, String indent) {
    lines.add(
        indent
            + control.id()
            + (control.required() ? "*" : "")
            + (control.label().isEmpty() ? "" : ": " + control.label())
            + hint(control)
            + answered(control));
    control.help().lines().forEach(line -> lines.add(indent + "    " + line));
    options(control, indent + "    ");
    error(control, indent + "    ");
  }

  /// What cannot be seen from the words.
  private static String hint(ControlView control) {
    return switch (control.type()) {
      case "checkbox", "consent" -> " (yes or no)";
      case "choices" -> " (any of them, with commas)";
      case "file" -> " (a path)";
      case "signature" -> " (the full name)";
      case "money" -> " (" + control.attribute("currency") + ")";
      case "choice", "text_field", "rating" -> "";
      default -> " (" + control.type().replace('_', ' ') + ")";
    };
  }

  private static String answered(ControlView control) {
    var values =
        control.type().equals("signature")
            ? control.values().stream().limit(1).toList()
            : control.values();
    var said = values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
    return said.isEmpty() || !control.options().isEmpty() ? "" : " = " + said;
  }

  private void options(ControlView control, String indent) {
    var options = control.options();
    var few = options.size() > Screen.MOST_OPTIONS ? Screen.FEW_OPTIONS : options.size();
    for (var each = 0; each < few; each++) {
      var option = options.get(each);
      lines.add(
          indent
              + (option.chosen() ? "● " : "○ ")
              + (each + 1)
              + " "
              + option.value()
              + (option.label().equals(option.value()) ? "" : ": " + option.label())
              + (option.help().isEmpty() ? "" : " (" + option.help() + ")"));
    }
    if (few < options.size()) {
      lines.add(indent + "… and " + (options.size() - few) + " more, by value or by name");
    }
  }

  private void error(ControlView control, String indent) {
    control.error().ifPresent(error -> lines.add(indent + "! " + error));
  }
}
