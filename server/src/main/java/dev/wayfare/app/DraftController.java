package dev.wayfare.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The draft of an app and its history. Saving never publishes.
@RestController
@RequestMapping("/api/v1/apps/{app}")
final class DraftController {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  record DraftView(
      String revision,
      String hash,
      Instant savedAt,
      String savedBy,
      JsonNode document,
      List<ProblemView> problems) {}

  record SavedDraft(
      String revision, String hash, Instant savedAt, String savedBy, List<ProblemView> problems) {}

  record RevisionView(String revision, String hash, Instant savedAt, String savedBy) {
    static RevisionView of(Revision it) {
      return new RevisionView("r" + it.revision(), it.hash(), it.savedAt(), it.savedBy());
    }
  }

  private final Drafts drafts;
  private final AppFinder finder;
  private final JsonMapper json;

  DraftController(Drafts drafts, AppFinder finder, JsonMapper json) {
    this.drafts = drafts;
    this.finder = finder;
    this.json = json;
  }

  /// As JSON with everything about it, or (`Accept: application/yaml`) the document alone.
  @GetMapping("/draft")
  ResponseEntity<Object> draft(
      Caller caller,
      @PathVariable String app,
      @RequestHeader(HttpHeaders.ACCEPT) Optional<String> accept) {
    return present(drafts.current(finder.app(app, caller).id()), accept);
  }

  /// Takes YAML or JSON; keeps it with all its problems, as long as it can be read.
  @PutMapping("/draft")
  ResponseEntity<SavedDraft> save(
      Caller caller,
      @PathVariable String app,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody byte[] document) {
    DraftSize.check(document.length);
    var found = finder.app(app, caller);
    var seen = Revisions.required(ifMatch);
    return switch (drafts.save(found, seen, new String(document, UTF_8), caller)) {
      case SaveDraft.Saved(var draft, var problems) ->
          ResponseEntity.ok()
              .eTag(Revisions.tag(draft.revision()))
              .body(
                  new SavedDraft(
                      "r" + draft.revision(),
                      draft.hash(),
                      draft.savedAt(),
                      draft.savedBy(),
                      ProblemView.of(problems)));
      case SaveDraft.Moved(var current) -> throw Revisions.moved("draft", current);
      case SaveDraft.Unreadable(var problems) ->
          throw ProblemException.unprocessable(ProblemView.mistakes(problems));
    };
  }

  @GetMapping("/revisions")
  Page<RevisionView> revisions(Caller caller, @PathVariable String app, PageRequest page) {
    var before = (int) page.afterNumber().orElse(Integer.MAX_VALUE);
    var rows = drafts.history(finder.app(app, caller).id(), before, page.oneMore());
    var shown = rows.stream().map(RevisionView::of).toList();
    return Page.of(shown, page, row -> Cursor.encode(row.revision().substring(1)));
  }

  @GetMapping("/revisions/{revision}")
  ResponseEntity<Object> revision(
      Caller caller,
      @PathVariable String app,
      @PathVariable String revision,
      @RequestHeader(HttpHeaders.ACCEPT) Optional<String> accept) {
    return revision.matches("r\\d{1,9}")
        ? drafts
            .revision(finder.app(app, caller).id(), Integer.parseInt(revision.substring(1)))
            .map(found -> present(found, accept))
            .orElseThrow(() -> ProblemException.notFound("revision", revision))
        : unknown(revision);
  }

  private static ResponseEntity<Object> unknown(String revision) {
    throw ProblemException.notFound("revision", revision);
  }

  private ResponseEntity<Object> present(Draft draft, Optional<String> accept) {
    var tagged = ResponseEntity.ok().eTag(Revisions.tag(draft.revision()));
    if (accept.filter(it -> it.contains("yaml")).isPresent()) {
      return tagged.contentType(YAML).body(drafts.yaml(draft).getBytes(UTF_8));
    }
    var problems =
        switch (drafts.read(draft.document())) {
          case Drafts.Read.Understood readable -> readable.problems();
          case Drafts.Read.Unreadable(var unreadable) -> unreadable;
        };
    return tagged
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            new DraftView(
                "r" + draft.revision(),
                draft.hash(),
                draft.savedAt(),
                draft.savedBy(),
                json.readTree(draft.document()),
                ProblemView.of(problems)));
  }
}
