package dev.wayfare.flow.play;

import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.page.Upload;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A page as somebody fills it in who wants to get on: an answer that fits for every control that
/// is to be seen.
public final class Filled {
  private static final int DAYS = 30;
  private final LocalDate today;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private Filled(LocalDate today) {
    this.today = today;
  }

  public static Map<String, List<String>> in(PageView page, LocalDate today) {
    var filled = new Filled(today);
    page.controls().forEach(filled::control);
    return filled.fields;
  }

  private void control(ControlView control) {
    if (!control.visible()) {
      return;
    }
    switch (control.type()) {
      case "text_field", "long_text" -> put(control, "Ada");
      case "number", "money" -> put(control, least(control));
      case "date" -> put(control, day(control));
      case "time" -> put(control, control.attribute("min").isEmpty() ? "09:30" : least(control));
      case "email" -> put(control, "ada@example.com");
      case "phone" -> put(control, "+12025550142");
      case "checkbox", "consent" -> put(control, "true");
      case "rating", "choice", "choices" ->
          control.options().stream().findFirst().ifPresent(it -> put(control, it.value()));
      case "file" -> put(control, file(control));
      case "signature" -> fields.put(control.id() + ".name", List.of("Ada Lovelace"));
      default -> {}
    }
    control.children().forEach(this::control);
  }

  private void put(ControlView control, String value) {
    fields.put(control.id(), List.of(value));
  }

  private static String least(ControlView control) {
    return control.attribute("min").isEmpty() ? "3" : control.attribute("min");
  }

  /// The first day that can be chosen.
  private String day(ControlView control) {
    var first = control.attribute("min").isEmpty() ? today : LocalDate.parse(least(control));
    return first
        .datesUntil(first.plusDays(DAYS))
        .filter(day -> fits(day, control.attribute("weekdays")))
        .findFirst()
        .orElse(first)
        .toString();
  }

  private static boolean fits(LocalDate day, String weekdays) {
    return weekdays.isEmpty()
        || weekdays.contains(
            day.getDayOfWeek().name().substring(0, 3).toLowerCase(java.util.Locale.ROOT));
  }

  private static String file(ControlView control) {
    var types = control.attribute("types");
    var type = types.isEmpty() ? "image/png" : types.split(",", -1)[0].replace("*", "png");
    return new Upload("up1", "photo.png", type, 1000).line();
  }
}
