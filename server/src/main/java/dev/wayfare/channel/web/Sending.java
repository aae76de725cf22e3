package dev.wayfare.channel.web;

import dev.wayfare.flow.page.PageView;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page as it was sent in: which page it was made for, the answers, the button, and what of its
/// files was refused, by control.
record Sending(
    String token,
    Map<String, List<String>> fields,
    Optional<String> button,
    Map<String, Upload> refused) {

  /// Reads the answers alone. Names that begin with `_` are ours.
  static Sending of(HttpServletRequest request) {
    var fields = new LinkedHashMap<String, List<String>>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.startsWith("_")) {
                fields.put(name, Arrays.stream(values).map(Sending::lines).toList());
              }
            });
    var button = Optional.ofNullable(request.getParameter("_button"));
    var token = Optional.ofNullable(request.getParameter("_page")).orElse("");
    return new Sending(token, fields, button, Map.of());
  }

  /// The same with its files given to the door, each to the control of its name on this page.
  Sending withFiles(HttpServletRequest request, String journey, PageView page, FileIntake intake)
      throws IOException, ServletException {
    var all = new LinkedHashMap<>(fields);
    var wrong = new LinkedHashMap<String, Upload>();
    for (var part : files(request.getParts())) {
      var control = FileIntake.control(page, part.getName());
      if (control.isEmpty()) {
        continue;
      }
      try (var content = part.getInputStream()) {
        var name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        var upload = intake.take(journey, control.get(), name, part.getSize(), content);
        if (upload instanceof Upload.Kept kept) {
          all.merge(part.getName(), List.of(kept.value()), Sending::both);
        } else {
          wrong.put(part.getName(), upload);
        }
      }
    }
    return new Sending(token, all, button, wrong);
  }

  static boolean isMultipart(HttpServletRequest request) {
    var type = Optional.ofNullable(request.getContentType()).orElse("");
    return type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data");
  }

  /// A file field left empty comes as a part without name and content.
  private static List<Part> files(Collection<Part> parts) {
    return parts.stream()
        .filter(part -> part.getSubmittedFileName() != null)
        .filter(part -> part.getSize() > 0 || !part.getSubmittedFileName().isBlank())
        .toList();
  }

  private static List<String> both(List<String> one, List<String> other) {
    var both = new ArrayList<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  /// A form sends every line break as two characters; people mean one.
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
