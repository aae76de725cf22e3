package dev.wayfare.flow.shape;

import dev.wayfare.flow.Tree;
import dev.wayfare.flow.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Values as documents write them (defaults, constants), by type.
public final class PlainValues {
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern URL = Pattern.compile("https?://[^\\s]+");
  private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d");

  private PlainValues() {}

  /// The value, if the tree holds one of this type.
  public static Optional<Object> read(Tree tree, Type type) {
    var plain = plain(tree);
    return switch (type) {
      case ANY -> Optional.of(plain);
      case TEXT -> plain instanceof String ? Optional.of(plain) : Optional.empty();
      case NUMBER -> plain instanceof Double ? Optional.of(plain) : Optional.empty();
      case BOOLEAN -> plain instanceof Boolean ? Optional.of(plain) : Optional.empty();
      case LIST -> tree instanceof Tree.Twigs ? Optional.of(plain) : Optional.empty();
      case OBJECT, ADDRESS, MONEY ->
          tree instanceof Tree.Branch ? Optional.of(plain) : Optional.empty();
      case EMAIL -> matching(plain, EMAIL);
      case PHONE -> matching(plain, PHONE);
      case URL -> matching(plain, URL);
      case DATE -> parsed(plain, text -> LocalDate.parse(text).toString());
      case TIME ->
          matching(plain, CLOCK)
              .flatMap(_ -> parsed(plain, text -> LocalTime.parse(text).toString()));
      case MOMENT -> parsed(plain, Instant::parse);
      case FILE, SECRET -> Optional.empty();
    };
  }

  static String expected(Type type) {
    return switch (type) {
      case DATE -> "a date like 2026-11-23";
      case TIME -> "a time like 09:30";
      case MOMENT -> "a moment like 2026-11-23T09:30:00Z";
      case PHONE -> "a phone number like +15550100123";
      case EMAIL -> "an email address";
      case URL -> "a URL beginning with https://";
      case FILE, SECRET ->
          "nothing here, because the type " + type.word() + " has no value of its own";
      case OBJECT, ADDRESS, MONEY -> "an object";
      case NUMBER, LIST, BOOLEAN, TEXT, ANY -> "a " + type.word();
    };
  }

  private static Optional<Object> matching(Object plain, Pattern pattern) {
    return plain instanceof String text && pattern.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Object> parsed(Object plain, Function<String, Object> parser) {
    try {
      return plain instanceof String text ? Optional.of(parser.apply(text)) : Optional.empty();
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /// What a tree holds, without its places; nothing is the empty text.
  private static Object plain(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(var value, _) -> value == null ? "" : value;
      case Tree.Twigs(var items, _) -> {
        var list = new ArrayList<Object>();
        items.forEach(item -> list.add(plain(item)));
        yield java.util.Collections.unmodifiableList(list);
      }
      case Tree.Branch(var fields, _) -> {
        var map = new LinkedHashMap<String, Object>();
        fields.forEach((name, field) -> map.put(name, plain(field)));
        yield java.util.Collections.unmodifiableMap(map);
      }
    };
  }
}
