package dev.wayfare.runtime;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How an app is used.
@RestController
@RequestMapping("/api/v1/apps/{app}/statistics")
final class StatisticsController {
  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int MOST_STEPS = 50;

  private final PgJourneyViews views;
  private final PgStatistics statistics;
  private final AppFinder finder;
  private final Turns turns;

  StatisticsController(
      PgJourneyViews views, PgStatistics statistics, AppFinder finder, Turns turns) {
    this.views = views;
    this.statistics = statistics;
    this.finder = finder;
    this.turns = turns;
  }

  /// The last 30 days, or from `from` until `until`, up to 366 days, in the days of `zone` (UTC,
  /// when left out); of one profile, or of all.
  @GetMapping
  Statistics statistics(
      Caller caller,
      @PathVariable String app,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable String zone) {
    var found = finder.app(app, caller);
    var one = Optional.ofNullable(profile).map(it -> finder.profile(found, it).name());
    var span = span(from, until, zone);
    var places = views.deployments(caller.organization(), Optional.of(found.name()), one);
    return Statistics.of(
        span,
        statistics.begun(places, span),
        statistics.releases(places),
        statistics.left(places, span, MOST_STEPS),
        statistics.answered(places, span));
  }

  private PgStatistics.Span span(
      @Nullable String from, @Nullable String until, @Nullable String zone) {
    var mistakes = new Mistakes();
    var last = mistakes.moment("until", until).orElseGet(() -> turns.now().plusMillis(1));
    var first = mistakes.moment("from", from).orElse(last.minus(USUAL));
    if (!first.isBefore(last) || first.isBefore(last.minus(LONGEST))) {
      mistakes.add(
          "value_unexpected", "from", "Expected a time before `until`, by 366 days at most.", "");
    }
    var days = zone(zone, mistakes);
    mistakes.refuseIfAny();
    return new PgStatistics.Span(first, last, days);
  }

  private static ZoneId zone(@Nullable String written, Mistakes mistakes) {
    try {
      return written == null ? ZoneOffset.UTC : ZoneId.of(written);
    } catch (DateTimeException _) {
      mistakes.add(
          "value_unexpected",
          "zone",
          "Expected the name of a time zone, as Europe/Berlin, found \"%s\".".formatted(written),
          "");
      return ZoneOffset.UTC;
    }
  }
}
