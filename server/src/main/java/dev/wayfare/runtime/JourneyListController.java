package dev.wayfare.runtime;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Csv;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Journeys by what somebody looks for: to look at, and as a table to take away.
@RestController
@RequestMapping("/api/v1/journeys")
final class JourneyListController {
  private static final int BATCH = 1_000;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "app",
          "profile",
          "release",
          "version",
          "status",
          "channel",
          "phone",
          "email",
          "stands_at",
          "turns",
          "messages",
          "call_seconds",
          "errors",
          "began",
          "last_event");

  private final PgJourneyViews views;

  JourneyListController(PgJourneyViews views) {
    this.views = views;
  }

  /// Newest first. `app` and `profile` are names, `channel` is `web`, `text`, `call`, `api` or
  /// `schedule` (where it began), `status` is `open`, `ended` or `expired`; `contact` is the
  /// beginning of a number with its `+`, digits of it, a part of an email address, or a journey's
  /// id; `errors=true` leaves those in which something failed.
  @GetMapping
  Page<PgJourneyViews.JourneyRow> journeys(
      Caller caller,
      PageRequest page,
      @RequestParam(required = false) @Nullable String app,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String release,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(required = false) @Nullable String errors,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    var filter =
        filter(new JourneyFilter.Wish(release, channel, status, contact, errors, from, until));
    var rows = views.newest(places(caller, app, profile), filter, page.afterId(), page.oneMore());
    return Page.of(rows, page, row -> Cursor.encode(row.id()));
  }

  /// The same as a table (CSV), all of them.
  @GetMapping("/export")
  void export(
      Caller caller,
      @RequestParam(required = false) @Nullable String app,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String release,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(required = false) @Nullable String errors,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      HttpServletResponse response)
      throws IOException {
    var filter =
        filter(new JourneyFilter.Wish(release, channel, status, contact, errors, from, until));
    var places = places(caller, app, profile);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"journeys.csv\"");
    var out = response.getWriter();
    out.write(Csv.line(COLUMNS));
    var before = Optional.<UUID>empty();
    List<PgJourneyViews.JourneyRow> rows;
    do {
      rows = views.newest(places, filter, before, BATCH);
      for (var row : rows) {
        out.write(Csv.cells(cells(row)));
        before = Optional.of(row.id());
      }
    } while (rows.size() == BATCH && !out.checkError());
    out.flush();
  }

  private static List<String> cells(PgJourneyViews.JourneyRow it) {
    return List.of(
        Csv.text(it.id().toString()),
        Csv.text(it.app()),
        Csv.text(it.profile()),
        Csv.figure(String.valueOf(it.releaseNumber())),
        Csv.figure(String.valueOf(it.version())),
        Csv.text(it.standing()),
        Csv.text(it.beganOn()),
        Csv.text(it.phone()),
        Csv.text(it.email()),
        Csv.text(it.standsAt()),
        Csv.figure(String.valueOf(it.turns())),
        Csv.figure(String.valueOf(it.messages())),
        Csv.figure(String.valueOf(it.callSeconds())),
        Csv.figure(String.valueOf(it.errors())),
        Csv.text(it.began().toString()),
        Csv.text(it.lastEvent().toString()));
  }

  private static JourneyFilter filter(JourneyFilter.Wish wish) {
    var mistakes = new Mistakes();
    var filter = JourneyFilter.read(wish, mistakes);
    mistakes.refuseIfAny();
    return filter;
  }

  private List<UUID> places(Caller caller, @Nullable String app, @Nullable String profile) {
    return views.deployments(
        caller.organization(), JourneyFilter.given(app), JourneyFilter.given(profile));
  }
}
