package dev.wayfare.app;

import dev.wayfare.flow.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a value that came as JSON is of a type, and the plain Java value that the flow wants.
public final class ValueTypes {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

  private ValueTypes() {}

  public static boolean fits(Type type, Object value) {
    return switch (type) {
      case TEXT, SECRET -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      case DATE -> value instanceof String text && parses(() -> LocalDate.parse(text));
      case TIME -> value instanceof String text && parses(() -> LocalTime.parse(text));
      case MOMENT -> value instanceof String text && parses(() -> Instant.parse(text));
      case EMAIL -> value instanceof String text && EMAIL.matcher(text).matches();
      case PHONE -> value instanceof String text && PHONE.matcher(text).matches();
      case URL -> value instanceof String text && web(text);
      case MONEY -> value instanceof Map<?, ?> it && it.containsKey("amount");
      case ADDRESS, FILE, OBJECT -> value instanceof Map<?, ?>;
      case LIST -> value instanceof List<?>;
      case ANY -> true;
    };
  }

  /// As expressions see it: numbers are `Double`, moments `Instant`.
  public static Object plain(Type type, Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case String text when type == Type.MOMENT -> Instant.parse(text);
      case List<?> items -> items.stream().map(item -> plain(Type.ANY, item)).toList();
      case Map<?, ?> fields -> {
        var plain = new LinkedHashMap<String, Object>();
        fields.forEach((key, field) -> plain.put(key.toString(), plain(Type.ANY, field)));
        yield plain;
      }
      default -> value;
    };
  }

  /// What was expected, for a message.
  public static String expected(Type type) {
    return switch (type) {
      case TEXT, SECRET -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case DATE -> "a date as 2026-11-23";
      case TIME -> "a time as 09:30";
      case MOMENT -> "a moment as 2026-11-23T09:30:00Z";
      case EMAIL -> "an email address";
      case PHONE -> "a phone number as +15550100";
      case URL -> "an address that begins with https:// or http://";
      case MONEY -> "an object with amount and currency";
      case ADDRESS, FILE, OBJECT -> "an object";
      case LIST -> "a list";
      case ANY -> "a value";
    };
  }

  private static boolean web(String text) {
    try {
      var uri = URI.create(text);
      return uri.getHost() != null
          && uri.getScheme() != null
          && (uri.getScheme().equals("https") || uri.getScheme().equals("http"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
