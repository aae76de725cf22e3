package dev.wayfare.flow.json;

import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.shape.DocumentFields;
import dev.wayfare.flow.shape.DocumentFields.Form;
import dev.wayfare.flow.shape.Fields;
import dev.wayfare.flow.time.Cron;
import dev.wayfare.flow.time.Hours;
import dev.wayfare.flow.time.Wrong;
import dev.wayfare.flow.time.Zones;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Fields about time that stand outside the steps: when a schedule runs, and opening hours.
final class TimeFields {
  private static final Form OPEN =
      new Form("[^\\n]*", 200, "opening hours like 09:00-12:00, 13:00-17:30");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private TimeFields() {}

  /// A line that cannot be read is told, and stands for midnight.
  static Cron cron(Fields in, String field, String doc) {
    return switch (Cron.read(in.word(field, doc))) {
      case Cron.Reading.Fits(var cron) -> cron;
      case Cron.Reading.Refused(var wrongs) -> {
        wrongs.forEach(wrong -> tell(in, field, wrong));
        yield midnight();
      }
    };
  }

  private static Cron midnight() {
    return switch (Cron.read("0 0 * * *")) {
      case Cron.Reading.Fits(var cron) -> cron;
      case Cron.Reading.Refused(var wrongs) -> throw new IllegalStateException(wrongs.toString());
    };
  }

  static Optional<ZoneId> zone(Fields in, String field, String doc) {
    var name = in.word(field, "", doc);
    var zone = Zones.of(name);
    if (!name.isEmpty() && zone.isEmpty()) {
      tell(in, field, Zones.wrong("", name));
    }
    return zone;
  }

  /// A calendar that cannot be read is told, and is open in every hour.
  static Hours hours(DocumentFields in) {
    var fields = new LinkedHashMap<String, Object>();
    for (var day : DAYS) {
      in.maybeMatching(day, OPEN, "When it is open; closed when left out.")
          .ifPresent(spans -> fields.put(day, spans));
    }
    var holidays = in.words("holidays", "Dates on which it is closed, like 2026-12-25.");
    if (!holidays.isEmpty()) {
      fields.put("holidays", holidays);
    }
    var zone = in.word("zone", "", "The time zone it always means; else the contact's.");
    if (!zone.isEmpty()) {
      fields.put("zone", zone);
    }
    return switch (Hours.read(fields)) {
      case Hours.Reading.Fits(var hours) -> hours;
      case Hours.Reading.Refused(var wrongs) -> {
        wrongs.forEach(
            wrong -> {
              var part = wrong.at().split("/", 2)[0];
              tell(in, part, wrong);
            });
        yield always();
      }
    };
  }

  private static Hours always() {
    var week = new LinkedHashMap<String, Object>();
    DAYS.forEach(day -> week.put(day, "00:00-24:00"));
    return switch (Hours.read(week)) {
      case Hours.Reading.Fits(var hours) -> hours;
      case Hours.Reading.Refused(var wrongs) -> throw new IllegalStateException(wrongs.toString());
    };
  }

  private static void tell(Fields in, String field, Wrong wrong) {
    in.problem(Code.FIELD_WRONG, field, wrong.text(), wrong.wayOut());
  }
}
