package dev.wayfare.flow.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/// A while in a time zone in which nobody moves the clocks: from a local time on, at one offset,
/// until the next change. Inside it, local times and moments are the same thing, so a search that
/// goes from stretch to stretch cannot lose an hour or count one twice by accident.
record Stretch(
    LocalDateTime from, ZoneOffset offset, Optional<ZoneOffsetTransition> end, ZoneRules rules) {

  static Stretch at(Instant moment, ZoneId zone) {
    var rules = zone.getRules();
    var offset = rules.getOffset(moment);
    return new Stretch(
        LocalDateTime.ofInstant(moment, offset), offset, endAfter(moment, rules), rules);
  }

  /// The stretch after the change at the end of this one.
  Optional<Stretch> following() {
    return end.map(
        change ->
            new Stretch(
                change.getDateTimeAfter(),
                change.getOffsetAfter(),
                endAfter(change.getInstant(), rules),
                rules));
  }

  /// The local time at which this stretch is over; not part of it.
  LocalDateTime upTo() {
    return end.map(ZoneOffsetTransition::getDateTimeBefore).orElse(LocalDateTime.MAX);
  }

  Instant moment(LocalDateTime local) {
    return local.toInstant(offset);
  }

  LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, offset);
  }

  /// The first local time from this one on that this stretch does not repeat from the one before.
  LocalDateTime unrepeated(LocalDateTime local) {
    var change = rules.getTransition(local);
    return change != null && change.isOverlap() && change.getOffsetAfter().equals(offset)
        ? change.getDateTimeBefore()
        : local;
  }

  /// The full minute at or after a local time.
  static LocalDateTime minute(LocalDateTime local) {
    var minute = local.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(local) ? local : minute.plusMinutes(1);
  }

  private static Optional<ZoneOffsetTransition> endAfter(Instant moment, ZoneRules rules) {
    return Optional.ofNullable(rules.nextTransition(moment));
  }
}
