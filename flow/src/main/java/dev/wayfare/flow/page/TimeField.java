package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.shape.Fields;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time of day, kept as `09:30`. View: attributes `min`, `max` (`09:30`), `step` (seconds, as
/// browsers count it).
public record TimeField(Question question, Optional<Object> min, Optional<Object> max, int step)
    implements Asked {
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?::00(?:\\.0+)?)?\\s*([ap])?\\.?m?\\.?");

  static final ControlType TYPE =
      new ControlType(
          "time",
          ControlType.ASKING,
          "Asks for a time of day.",
          "{type: time, id: from, label: \"From when?\", min: \"08:00\", max: \"18:00\", step: 30}",
          TimeField::new);

  TimeField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.TIME, false),
        in.maybeValue("min", Type.TIME, "The earliest."),
        in.maybeValue("max", Type.TIME, "The latest."),
        in.count("step", 1, 1, 720, "Minutes from one time that can be chosen to the next."));
  }

  @Override
  public Type type() {
    return Type.TIME;
  }

  @Override
  public Answer read(Spot spot) {
    if (spot.typed().isEmpty()) {
      return Answer.NOTHING;
    }
    var read = clock(spot.typed());
    if (read.isEmpty()) {
      return Answer.wrong(PageTexts.TIME);
    }
    var time = read.get();
    var first = bound(min);
    var last = bound(max);
    if (first.isPresent() && time.isBefore(first.get())) {
      return Answer.wrong(PageTexts.timeFrom(first.get().toString()));
    }
    if (last.isPresent() && time.isAfter(last.get())) {
      return Answer.wrong(PageTexts.timeTo(last.get().toString()));
    }
    var since = minutes(time) - first.map(TimeField::minutes).orElse(0);
    return since % step == 0
        ? Answer.given(time.toString())
        : Answer.wrong(PageTexts.timeStep(step));
  }

  private static int minutes(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static Optional<LocalTime> bound(Optional<Object> bound) {
    return bound.flatMap(it -> clock(Values.show(it)));
  }

  private static Optional<LocalTime> clock(String typed) {
    var m = CLOCK.matcher(typed.toLowerCase(Locale.ROOT));
    if (!m.matches() || (m.group(2) == null && m.group(3) == null)) {
      return Optional.empty();
    }
    var hour = Integer.parseInt(m.group(1));
    var minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    if (m.group(3) != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (m.group(3).equals("p") ? 12 : 0);
    }
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "time",
        question,
        Plain.attributes(
            "min", bound(min).map(LocalTime::toString).orElse(""),
            "max", bound(max).map(LocalTime::toString).orElse(""),
            "step", Integer.toString(step * 60)));
  }
}
