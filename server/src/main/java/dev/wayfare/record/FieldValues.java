package dev.wayfare.record;

import dev.wayfare.app.ValueTypes;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a field's value is stored: one form for each, whose order as stored is the order people
/// mean. Dates are `2026-11-23`, times `09:30`, moments UTC with six digits behind the second.
final class FieldValues {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private FieldValues() {}

  /// Whether it is stored as a text whose order is its own.
  static boolean isText(Type type) {
    return RecordType.ordered(type) && type != Type.NUMBER && type != Type.BOOLEAN;
  }

  /// A moment that nobody set is the epoch.
  static boolean isEmpty(Object value) {
    return Values.isEmpty(value) || value.equals(Instant.EPOCH);
  }

  /// The stored form of a value that is not empty; nothing when it does not fit the type.
  static Optional<Object> stored(Type type, Object value) {
    if (!writable(value)) {
      return Optional.empty();
    }
    return switch (type) {
      case NUMBER ->
          value instanceof Number number
              ? Optional.of(number.doubleValue() + 0d)
              : Optional.empty();
      case MOMENT ->
          switch (value) {
            case Instant at -> moment(at);
            case String text -> parsed(() -> Instant.parse(text)).flatMap(FieldValues::moment);
            default -> Optional.empty();
          };
      case DATE ->
          value instanceof String text && text.length() == 10
              ? parsed(() -> LocalDate.parse(text).toString())
              : Optional.empty();
      case TIME ->
          value instanceof String text
              ? parsed(() -> LocalTime.parse(text).truncatedTo(ChronoUnit.SECONDS).toString())
              : Optional.empty();
      case TEXT, BOOLEAN, EMAIL, PHONE, URL, MONEY, ADDRESS, FILE, LIST, OBJECT, ANY ->
          ValueTypes.fits(type, value) ? Optional.of(value) : Optional.empty();
      case SECRET -> Optional.empty();
    };
  }

  private static Optional<Object> moment(Instant at) {
    return at.isBefore(FIRST) || at.isAfter(LAST)
        ? Optional.empty()
        : Optional.of(MOMENT.format(at));
  }

  private static <T> Optional<T> parsed(java.util.function.Supplier<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The value as expressions see it.
  static Object plain(Type type, Object stored) {
    return type == Type.MOMENT && stored instanceof String text ? Instant.parse(text) : stored;
  }

  /// A stored value as another type stores it; nothing when that would lose what it says.
  static Optional<Object> converted(Type from, Type to, Object stored) {
    if (from == to) {
      return Optional.of(stored);
    }
    if (stored instanceof String text && to == Type.NUMBER) {
      return number(text);
    }
    if (stored instanceof String text && to == Type.BOOLEAN) {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
    if (isText(to) && (stored instanceof Double || stored instanceof Boolean)) {
      return stored(to, Values.show(stored));
    }
    return stored(to, stored);
  }

  private static Optional<Object> number(String text) {
    if (!text.strip().matches("[+-]?(\\d{1,15}(\\.\\d{1,15})?|\\.\\d{1,15})")) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(text.strip()) + 0d);
  }

  /// Whether PostgreSQL can store it: no zero character, no half of a pair, no number without end.
  private static boolean writable(Object value) {
    return switch (value) {
      case String text -> text.indexOf('\0') < 0 && paired(text);
      case Double number -> Double.isFinite(number);
      case List<?> items -> items.stream().allMatch(FieldValues::writable);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(
                  each -> writable(String.valueOf(each.getKey())) && writable(each.getValue()));
      default -> true;
    };
  }

  private static boolean paired(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }
}
