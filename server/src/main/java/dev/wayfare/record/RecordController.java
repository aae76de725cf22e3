package dev.wayfare.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Request.Filter;
import dev.wayfare.flow.Type;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The stored records of an app under a profile. `environment` names that of a shared type; it is
/// needed only where the profile was moved to another and left records behind.
@RestController
@RequestMapping("/api/v1/apps/{app}/profiles/{profile}/records")
final class RecordController {

  record FieldView(String name, String type, boolean required) {}

  /// `environment` is where a shared type's records stand.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TypeView(
      String name,
      boolean shared,
      Optional<String> environment,
      long count,
      List<FieldView> fields) {}

  record TypeList(List<TypeView> items) {}

  private final RecordDrawers drawers;
  private final ShelfFinder shelves;

  RecordController(RecordDrawers drawers, ShelfFinder shelves) {
    this.drawers = drawers;
    this.shelves = shelves;
  }

  @GetMapping
  TypeList types(Caller caller, @PathVariable String app, @PathVariable String profile) {
    return new TypeList(
        shelves.all(caller, app, profile).stream()
            .map(
                shelf ->
                    new TypeView(
                        shelf.name(),
                        shelf.shared(),
                        shelves.environment(caller, shelf),
                        drawers.count(shelf),
                        shelf.shape().fields().values().stream()
                            .map(it -> new FieldView(it.name(), it.type().word(), it.required()))
                            .toList()))
            .toList());
  }

  /// `where` is a condition as `field:comparison:value` (`day:at_least:2026-11-23`); all must hold.
  @GetMapping("/{type}")
  Page<Map<String, Object>> page(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String type,
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(value = "where", required = false) String @Nullable [] where,
      PageRequest page) {
    var shelf = shelf(caller, app, profile, type, environment);
    var rows =
        drawers.page(shelf, filters(shelf, where), page.afterId(), page.oneMore()).stream()
            .map(record -> RecordDrawers.view(shelf, record))
            .toList();
    return Page.of(rows, page, row -> Cursor.encode(String.valueOf(row.get("id"))));
  }

  @PostMapping("/{type}")
  ResponseEntity<Map<String, Object>> create(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String type,
      @RequestParam(required = false) @Nullable String environment,
      @RequestBody Map<String, @Nullable Object> values) {
    var shelf = shelf(caller, app, profile, type, environment);
    var made = drawers.create(shelf, plain(values), caller);
    return ResponseEntity.created(
            URI.create(shelves.address(caller, app, profile, shelf, made.id())))
        .body(RecordDrawers.view(shelf, made));
  }

  @GetMapping("/{type}/{record}")
  Map<String, Object> one(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String type,
      @RequestParam(required = false) @Nullable String environment,
      @PathVariable UUID record) {
    var shelf = shelf(caller, app, profile, type, environment);
    return RecordDrawers.view(shelf, drawers.one(shelf, record));
  }

  /// Changes the fields that are given; null empties one.
  @PatchMapping("/{type}/{record}")
  Map<String, Object> change(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String type,
      @RequestParam(required = false) @Nullable String environment,
      @PathVariable UUID record,
      @RequestBody Map<String, @Nullable Object> values) {
    var shelf = shelf(caller, app, profile, type, environment);
    return RecordDrawers.view(shelf, drawers.change(shelf, record, plain(values), caller));
  }

  @DeleteMapping("/{type}/{record}")
  ResponseEntity<Void> delete(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String type,
      @RequestParam(required = false) @Nullable String environment,
      @PathVariable UUID record) {
    drawers.delete(shelf(caller, app, profile, type, environment), record, caller);
    return ResponseEntity.noContent().build();
  }

  /// All of them as a table: CSV in UTF-8.
  @GetMapping("/{type}/export")
  void export(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String type,
      @RequestParam(required = false) @Nullable String environment,
      HttpServletResponse response)
      throws IOException {
    var shelf = shelf(caller, app, profile, type, environment);
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + shelf.name() + ".csv\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    var out = response.getOutputStream();
    drawers.export(
        shelf,
        line -> {
          try {
            out.write(line.getBytes(UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Shelf shelf(
      Caller caller, String app, String profile, String type, @Nullable String environment) {
    return shelves.one(caller, app, profile, type, Optional.ofNullable(environment));
  }

  private static Map<String, Object> plain(Map<String, @Nullable Object> values) {
    var plain = new LinkedHashMap<String, Object>();
    values.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Object plain(@Nullable Object value) {
    return value == null ? "" : dev.wayfare.app.ValueTypes.plain(Type.ANY, value);
  }

  private static List<Filter> filters(Shelf shelf, String @Nullable [] where) {
    var filters = new ArrayList<Filter>();
    for (var each : where == null ? new String[0] : where) {
      var parts = each.split(":", 3);
      var how =
          Arrays.stream(Comparison.values())
              .filter(it -> parts.length > 1 && it.name().toLowerCase(Locale.ROOT).equals(parts[1]))
              .findFirst()
              .orElseThrow(() -> unreadable(each));
      filters.add(new Filter(parts[0], how, value(shelf, how, parts)));
    }
    return filters;
  }

  private static Object value(Shelf shelf, Comparison how, String[] parts) {
    var text = parts.length > 2 ? parts[2] : "";
    var type = shelf.shape().types().getOrDefault(parts[0], Type.TEXT);
    return how == Comparison.IN
        ? Arrays.stream(text.split(",")).map(each -> value(type, each)).toList()
        : value(type, text);
  }

  private static Object value(Type type, String text) {
    return text.isEmpty() ? text : FieldValues.converted(Type.TEXT, type, text).orElse(text);
  }

  private static ProblemException unreadable(String where) {
    var message = "Expected a condition as field:comparison:value, found \"%s\".".formatted(where);
    return ProblemException.of(400, "parameter_invalid", "A parameter is not as expected", message)
        .withErrors(List.of(new Mistake("parameter_invalid", "where", message, "")));
  }
}
