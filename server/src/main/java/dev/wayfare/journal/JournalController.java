package dev.wayfare.journal;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Csv;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The journal of the caller's organization: to look at, to take away, and to verify.
@RestController
final class JournalController {

  private static final List<String> COLUMNS =
      List.of(
          "sequence",
          "at",
          "actor_kind",
          "actor_id",
          "actor_name",
          "verb",
          "subject_kind",
          "subject_id",
          "subject_name",
          "data");

  private final Journal journal;
  private final JsonMapper json;

  JournalController(Journal journal, JsonMapper json) {
    this.journal = journal;
    this.json = json;
  }

  /// Newest first.
  @GetMapping("/api/v1/journal")
  Page<Entry> journal(
      Caller caller,
      PageRequest page,
      @RequestParam("verb") Optional<String> verb,
      @RequestParam("subject_kind") Optional<String> subjectKind,
      @RequestParam("subject_id") Optional<String> subjectId,
      @RequestParam("actor") Optional<String> actor,
      @RequestParam("from") Optional<String> from,
      @RequestParam("until") Optional<String> until) {
    var filter = filter(verb, subjectKind, subjectId, actor, from, until);
    var rows =
        journal.newestFirst(caller.organization(), filter, page.afterNumber(), page.oneMore());
    return Page.of(rows, page, entry -> Cursor.encode(entry.sequence()));
  }

  /// Oldest first: one JSON object on each line, or with `format=csv` a table.
  @GetMapping("/api/v1/journal/export")
  void export(
      Caller caller,
      @RequestParam("verb") Optional<String> verb,
      @RequestParam("subject_kind") Optional<String> subjectKind,
      @RequestParam("subject_id") Optional<String> subjectId,
      @RequestParam("actor") Optional<String> actor,
      @RequestParam("from") Optional<String> from,
      @RequestParam("until") Optional<String> until,
      @RequestParam(value = "format", defaultValue = "jsonl") String format,
      HttpServletResponse response)
      throws IOException {
    var filter = filter(verb, subjectKind, subjectId, actor, from, until);
    if (format.equals("csv")) {
      csv(caller, filter, response);
      return;
    }
    if (!format.equals("jsonl")) {
      var mistakes = new Mistakes();
      mistakes.add(
          "value_unexpected",
          "format",
          "Expected jsonl or csv, found \"%s\".".formatted(format),
          "");
      mistakes.refuseIfAny();
    }
    response.setContentType("application/x-ndjson;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"journal.jsonl\"");
    var out = response.getWriter();
    journal.each(
        caller.organization(), filter, entry -> out.write(json.writeValueAsString(entry) + "\n"));
    out.flush();
  }

  private void csv(Caller caller, Journal.Filter filter, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"journal.csv\"");
    var out = response.getWriter();
    out.write(Csv.line(COLUMNS));
    journal.each(caller.organization(), filter, entry -> out.write(Csv.line(row(entry))));
    out.flush();
  }

  private List<String> row(Entry entry) {
    return List.of(
        String.valueOf(entry.sequence()),
        entry.at().toString(),
        entry.actor().kind().word(),
        entry.actor().id(),
        entry.actor().name(),
        entry.verb(),
        entry.subject().kind(),
        entry.subject().id(),
        entry.subject().name(),
        json.writeValueAsString(entry.data()));
  }

  /// Whether every entry is as it was written, and none is missing.
  @GetMapping("/api/v1/journal/verification")
  Journal.Verification verification(Caller caller) {
    return journal.verify(caller.organization());
  }

  private static Journal.Filter filter(
      Optional<String> verb,
      Optional<String> subjectKind,
      Optional<String> subjectId,
      Optional<String> actor,
      Optional<String> from,
      Optional<String> until) {
    var mistakes = new Mistakes();
    var filter =
        new Journal.Filter(
            verb,
            subjectKind,
            subjectId,
            actor,
            from.flatMap(it -> moment("from", it, mistakes)),
            until.flatMap(it -> moment("until", it, mistakes)));
    mistakes.refuseIfAny();
    return filter;
  }

  private static Optional<Instant> moment(String name, String written, Mistakes mistakes) {
    try {
      return Optional.of(Instant.parse(written));
    } catch (DateTimeException _) {
      mistakes.add("value_unexpected", name, "Expected a moment as 2026-12-01T18:00:00Z.", "");
      return Optional.empty();
    }
  }
}
