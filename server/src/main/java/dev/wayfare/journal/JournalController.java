package dev.wayfare.journal;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The journal of the caller's organization, newest first.
@RestController
final class JournalController {

  private final Journal journal;

  JournalController(Journal journal) {
    this.journal = journal;
  }

  @GetMapping("/api/v1/journal")
  Page<Entry> journal(
      Caller caller,
      PageRequest page,
      @RequestParam("verb") Optional<String> verb,
      @RequestParam("subject_kind") Optional<String> subjectKind,
      @RequestParam("subject_id") Optional<String> subjectId) {
    var filter = new Journal.Filter(verb, subjectKind, subjectId);
    var rows =
        journal.newestFirst(caller.organization(), filter, page.afterNumber(), page.oneMore());
    return Page.of(rows, page, entry -> Cursor.encode(entry.sequence()));
  }
}
