package dev.wayfare.flow.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `+`, `<`, `in` and the rest. CEL's checker knows them as functions too.
final class Operators {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Operators() {}

  static List<Function> all() {
    return List.of(
        operator(
            "_+_",
            Operators::plus,
            "plus(number, number) number",
            "plus(text, text) text",
            "plus(list<A>, list<A>) list<A>",
            "plus(moment, span) moment",
            "plus(span, moment) moment",
            "plus(span, span) span"),
        operator(
            "_-_",
            Operators::minus,
            "minus(number, number) number",
            "minus(moment, moment) span",
            "minus(moment, span) moment",
            "minus(span, span) span"),
        operator("_*_", (run, in) -> finite(run, n(in[0]) * n(in[1])), "t(number, number) number"),
        operator(
            "_/_",
            (run, in) -> finite(run, n(in[0]) / divisor(run, in[1])),
            "by(number, number) number"),
        operator(
            "_%_",
            (run, in) -> finite(run, n(in[0]) % divisor(run, in[1])),
            "rest(number, number) number"),
        operator(
            "-_",
            (_, in) -> in[0] instanceof Duration span ? span.negated() : (Object) (0d - n(in[0])),
            "negative(number) number",
            "negative(span) span"),
        operator("!_", (_, in) -> !(Boolean) in(in[0]), "not(boolean) boolean"),
        operator("_==_", (run, in) -> Plain.same(run, in[0], in[1]), "is(A, A) boolean"),
        operator("_!=_", (run, in) -> !Plain.same(run, in[0], in[1]), "isnt(A, A) boolean"),
        ordering("_<_", (run, in) -> compare(run, in) < 0),
        ordering("_<=_", (run, in) -> compare(run, in) <= 0),
        ordering("_>_", (run, in) -> compare(run, in) > 0),
        ordering("_>=_", (run, in) -> compare(run, in) >= 0),
        operator("@in", Operators::contains, "in(A, list<A>) boolean", "in(text, map<A>) boolean"),
        operator("_[_]", Operators::at, "at(list<A>, number) A", "at(map<A>, text) A"));
  }

  private static Function operator(String name, Function.Body body, String... signatures) {
    return Function.of(name, "", "", body, signatures);
  }

  private static Function ordering(String name, Function.Body body) {
    return operator(
        name,
        body,
        "order(number, number) boolean",
        "order(text, text) boolean",
        "order(moment, moment) boolean",
        "order(span, span) boolean",
        "order(boolean, boolean) boolean");
  }

  /// An argument whose kind was judged before.
  static Object in(@Nullable Object argument) {
    return argument == null ? "" : argument;
  }

  static double n(@Nullable Object argument) {
    return ((Number) in(argument)).doubleValue();
  }

  static double finite(Run run, double number) {
    if (Double.isFinite(number)) {
      return number;
    }
    throw run.failed("The number is too large to reckon with.");
  }

  private static double divisor(Run run, @Nullable Object argument) {
    var number = n(argument);
    if (number == 0) {
      throw run.failed("A number cannot be divided by zero.");
    }
    return number;
  }

  private static Object plus(Run run, @Nullable Object[] in) {
    try {
      return switch (in(in[0])) {
        case Number a -> finite(run, a.doubleValue() + n(in[1]));
        case String a -> {
          run.spendOnText((long) a.length() + ((String) in(in[1])).length());
          yield a + in[1];
        }
        case Instant a -> near(run, a.plus((Duration) in(in[1])));
        case Duration a when in[1] instanceof Instant b -> near(run, b.plus(a));
        case Duration a -> a.plus((Duration) in(in[1]));
        default -> joined(run, (List<?>) in(in[0]), (List<?>) in(in[1]));
      };
    } catch (DateTimeException | ArithmeticException _) {
      throw outOfTime(run);
    }
  }

  private static Object joined(Run run, List<?> a, List<?> b) {
    run.spend((long) a.size() + b.size());
    var all = new ArrayList<Object>(a.size() + b.size());
    all.addAll(a);
    all.addAll(b);
    return Collections.unmodifiableList(all);
  }

  private static Object minus(Run run, @Nullable Object[] in) {
    try {
      return switch (in(in[0])) {
        case Instant a when in[1] instanceof Instant b -> Duration.between(b, a);
        case Instant a -> near(run, a.minus((Duration) in(in[1])));
        case Duration a -> a.minus((Duration) in(in[1]));
        default -> finite(run, n(in[0]) - n(in[1]));
      };
    } catch (DateTimeException | ArithmeticException _) {
      throw outOfTime(run);
    }
  }

  /// A moment within the years 0 to 9999, or a failure.
  static Instant near(Run run, Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw outOfTime(run);
    }
    return moment;
  }

  private static ExpressionFailed outOfTime(Run run) {
    return run.failed("The moment is too far away to reckon with.");
  }

  private static int compare(Run run, @Nullable Object[] in) {
    return switch (in(in[0])) {
      case String a -> {
        run.spendOn(a);
        yield a.compareTo((String) in(in[1]));
      }
      case Instant a -> a.compareTo((Instant) in(in[1]));
      case Duration a -> a.compareTo((Duration) in(in[1]));
      case Boolean a -> a.compareTo((Boolean) in(in[1]));
      default -> Double.compare(n(in[0]) + 0d, n(in[1]) + 0d);
    };
  }

  private static Object contains(Run run, @Nullable Object[] in) {
    if (in[1] instanceof Map<?, ?> map) {
      return map.containsKey(in[0]);
    }
    for (var item : (List<?>) in(in[1])) {
      if (Plain.same(run, in[0], item)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object at(Run run, @Nullable Object[] in) {
    if (in[0] instanceof Map<?, ?> map) {
      if (!map.containsKey(in[1])) {
        throw run.failed("The object has nothing under this name.");
      }
      return Plain.read(map.get(in[1]));
    }
    var list = (List<?>) in(in[0]);
    var index = n(in[1]);
    if (index != Math.rint(index) || index < 0 || index >= list.size()) {
      throw run.failed(
          "The list has %d items, counted from 0; there is none at this index."
              .formatted(list.size()));
    }
    return Plain.read(list.get((int) index));
  }
}
