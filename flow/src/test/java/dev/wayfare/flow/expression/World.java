package dev.wayfare.flow.expression;

import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names and values the expression tests are about.
final class World {
  static final Scope SCOPE =
      new Scope(
          Map.ofEntries(
              Map.entry("count", Type.NUMBER),
              Map.entry("order", Type.TEXT),
              Map.entry("day", Type.DATE),
              Map.entry("agreed", Type.BOOLEAN),
              Map.entry("vehicles", Type.LIST),
              Map.entry("found", Type.OBJECT),
              Map.entry("price", Type.MONEY),
              Map.entry("home", Type.ADDRESS),
              Map.entry("due", Type.MOMENT),
              Map.entry("answer", Type.ANY)),
          Map.of("orders_url", Type.URL, "most_days", Type.NUMBER));

  private World() {}

  static Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    values.put("count", 2d);
    values.put("order", "AB1234");
    values.put("day", "2026-11-23");
    values.put("agreed", true);
    values.put(
        "vehicles", List.of(Map.of("plate", "B-AD 1", "year", 2019), Map.of("plate", "M-XY 2")));
    values.put("found", Map.of("day", "2026-11-24", "items", List.of(1, 2L, 3.5)));
    values.put("price", Map.of("amount", 12.5, "currency", "EUR"));
    values.put("home", Map.of());
    values.put("due", Instant.parse("2026-11-23T21:15:00Z"));
    values.put("answer", 7);
    values.put(
        "contact",
        new Contact("+15550100", "ada@example.org", "Ada", "Lovelace", "Ada Lovelace", "Asia/Tokyo")
            .asValue());
    values.put("profile", Map.of("orders_url", "https://orders.example", "most_days", 14));
    values.put(
        "journey",
        Map.of(
            "link",
            "https://w.example/u/x1",
            "began",
            Instant.parse("2026-11-23T09:00:00Z"),
            "expires",
            Instant.parse("2026-12-23T09:00:00Z"),
            "turn",
            3));
    values.put("event", Map.of("kind", "text"));
    values.put("payload", Map.of("phone", "+15550199", "lines", List.of(Map.of("sku", "A"))));
    values.put("start", Map.of("campaign", "autumn"));
    values.put("channel", "text");
    values.put("now", Instant.parse("2026-11-23T09:30:00Z"));
    return values;
  }

  static Bindings bindings(Map<String, Object> values, Budget budget) {
    return new Bindings() {
      @Override
      public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
      }

      @Override
      public Optional<Boolean> open(String hours, Instant at) {
        return hours.equals("desk")
            ? Optional.of(at.isBefore(Instant.parse("2026-11-23T17:00:00Z")))
            : Optional.empty();
      }

      @Override
      public Budget budget() {
        return budget;
      }
    };
  }

  static Bindings bindings() {
    return bindings(values(), new Budget(1_000_000));
  }
}
