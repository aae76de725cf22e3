package dev.wayfare.flow.change;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.shape.PlainValues;
import java.time.Instant;
import java.util.Optional;

/// A value of one type as one of another, when nothing is lost: what it becomes would be shown as
/// it was.
final class Fitting {
  private Fitting() {}

  /// Whether every value of the one becomes one of the other.
  static boolean always(Type from, Type to) {
    return from == to
        || to == Type.ANY
        || from != Type.ANY && Values.takes(to, from)
        || to == Type.TEXT && shown(from);
  }

  private static boolean shown(Type type) {
    return type == Type.NUMBER || type == Type.BOOLEAN || type == Type.MOMENT;
  }

  /// Empty when something would be lost. Both types are those of variables that were declared.
  static Optional<Object> value(Type from, Type to, Object value) {
    if (from == to || to == Type.ANY || from != Type.ANY && Values.takes(to, from)) {
      return Optional.of(value).filter(it -> Values.fits(to, it));
    }
    return switch (to) {
      case TEXT ->
          switch (value) {
            case String text -> Optional.of(text);
            case Double _, Boolean _, Instant _ -> Optional.of(Values.show(value));
            default -> Optional.empty();
          };
      case NUMBER -> number(value);
      case BOOLEAN -> truth(value);
      case DATE, TIME, EMAIL, PHONE, URL, MOMENT -> read(value, to);
      case LIST, OBJECT, SECRET -> Optional.of(value).filter(it -> Values.fits(to, it));
      case MONEY, ADDRESS, FILE, ANY -> Optional.empty();
    };
  }

  private static Optional<Object> number(Object value) {
    if (!(value instanceof String text)) {
      return Optional.of(value).filter(Double.class::isInstance);
    }
    try {
      var number = Double.valueOf(text);
      return Values.show(number).equals(text) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> truth(Object value) {
    return switch (value) {
      case Boolean truth -> Optional.of(truth);
      case String text when text.equals("true") || text.equals("false") ->
          Optional.of(text.equals("true"));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> read(Object value, Type to) {
    return value instanceof String
        ? PlainValues.read(new Tree.Leaf(value, Place.ROOT), to)
            .filter(it -> Values.show(it).equals(value))
        : Optional.of(value).filter(it -> Values.fits(to, it));
  }
}
