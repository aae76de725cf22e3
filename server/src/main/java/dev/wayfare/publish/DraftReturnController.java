package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.Drafts;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Revisions;
import dev.wayfare.app.SaveDraft;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The two ways back for a draft. Both make a new revision: what stood there before is kept, and
/// customers notice neither.
@RestController
@RequestMapping("/api/v1/apps/{app}/draft")
final class DraftReturnController {
  private static final int LONGEST_NAME = 60;

  record RestoreWish(@Nullable Integer version) {}

  record DiscardWish(@Nullable String profile) {}

  record ReturnedView(String revision, String hash, int version) {}

  private final Drafts drafts;
  private final Releases releases;
  private final AppFinder finder;

  DraftReturnController(Drafts drafts, Releases releases, AppFinder finder) {
    this.drafts = drafts;
    this.releases = releases;
    this.finder = finder;
  }

  /// Restore to draft: any version becomes what is edited.
  @PostMapping("/restore")
  ResponseEntity<ReturnedView> restore(
      Caller caller,
      @PathVariable String app,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody RestoreWish wish) {
    var found = finder.app(app, caller);
    var mistakes = new Mistakes();
    var version = mistakes.present("version", wish.version(), 0);
    mistakes.refuseIfAny();
    return save(found, version, ifMatch, caller);
  }

  /// Discard changes: the draft becomes what customers get under this profile.
  @PostMapping("/discard")
  ResponseEntity<ReturnedView> discard(
      Caller caller,
      @PathVariable String app,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody DiscardWish wish) {
    var found = finder.app(app, caller);
    var mistakes = new Mistakes();
    var name = mistakes.text("profile", wish.profile(), LONGEST_NAME);
    mistakes.refuseIfAny();
    var version =
        releases
            .live(found, finder.profile(found, name))
            .version()
            .orElseThrow(
                () ->
                    ProblemException.conflict(
                        "not_live",
                        "Nothing is live here",
                        "There is nothing to set the draft back to under this profile."));
    return save(found, version, ifMatch, caller);
  }

  private ResponseEntity<ReturnedView> save(
      NamedApp app, int version, @Nullable String ifMatch, Caller caller) {
    var seen = Revisions.required(ifMatch);
    var document =
        releases
            .document(app, version)
            .orElseThrow(() -> ProblemException.notFound("version", version));
    return switch (drafts.save(app, seen, document, caller)) {
      case SaveDraft.Saved(var draft, _) ->
          ResponseEntity.ok()
              .eTag(Revisions.tag(draft.revision()))
              .body(new ReturnedView("r" + draft.revision(), draft.hash(), version));
      case SaveDraft.Moved(var current) -> throw Revisions.moved("draft", current);
      case SaveDraft.Unreadable(var problems) ->
          throw ProblemException.conflict(
              "version_unreadable",
              "This server cannot read that version any more",
              problems.isEmpty() ? "" : problems.getFirst().text());
    };
  }
}
