package dev.wayfare.runtime;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The schedules that are live, when they run next, and the log of their runs.
@RestController
@RequestMapping("/api/v1/schedules")
final class ScheduleController {
  private static final int NEXT = 3;
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

  record ScheduleList(List<ScheduleView> items) {}

  /// `words` is the line in plain words.
  record ScheduleView(
      UUID deployment,
      String app,
      String profile,
      int version,
      String trigger,
      String flow,
      String cron,
      String words,
      String timeZone,
      String missed,
      List<NextRun> next) {}

  /// `words` is the moment by the clock of the schedule's time zone.
  record NextRun(Instant at, String words) {
    static NextRun of(Instant at, ZoneId zone) {
      return new NextRun(at, WORDS.format(at.atZone(zone)) + " " + zone.getId());
    }
  }

  private final Schedules schedules;
  private final PgScheduleViews views;
  private final Turns turns;

  ScheduleController(Schedules schedules, PgScheduleViews views, Turns turns) {
    this.schedules = schedules;
    this.views = views;
    this.turns = turns;
  }

  @GetMapping
  ScheduleList schedules(Caller caller) {
    return new ScheduleList(
        schedules.live().stream()
            .filter(
                schedule -> schedule.release().organization().equals(caller.organization().value()))
            .map(this::view)
            .toList());
  }

  private ScheduleView view(Schedules.Live schedule) {
    var release = schedule.release();
    var trigger = schedule.trigger();
    var zone = trigger.zone(release.app());
    var next =
        Stream.iterate(
                schedule.next(turns.now()), Optional::isPresent, at -> at.flatMap(schedule::next))
            .limit(NEXT)
            .flatMap(Optional::stream)
            .map(at -> NextRun.of(at, zone))
            .toList();
    return new ScheduleView(
        release.deployment(),
        release.appName(),
        release.profile(),
        release.version(),
        trigger.name(),
        trigger.flow(),
        trigger.cron().text(),
        trigger.cron().words(Locale.ENGLISH),
        zone.getId(),
        trigger.missed().name().toLowerCase(Locale.ROOT),
        next);
  }

  /// What ran, was left out or waits, newest first.
  @GetMapping("/runs")
  Page<PgScheduleViews.RunRow> runs(Caller caller, PageRequest page) {
    var rows = views.newest(caller.organization(), page.afterId(), page.oneMore());
    return Page.of(rows, page, row -> Cursor.encode(row.id()));
  }
}
