package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.Profiles;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import dev.wayfare.record.RecordChange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Publishing an app, what was published, and what is live.
@RestController
@RequestMapping("/api/v1/apps/{app}")
final class PublishController {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 2_000;

  /// `revision` is the one that the publisher saw, as `r12`.
  record PublishWish(@Nullable String profile, @Nullable String revision, @Nullable String note) {}

  record PublishedView(Release release, List<LiveEntrance> entrances, List<FindingView> warnings) {}

  /// What would become of stored records; `records` counts them.
  record RecordsView(
      String type, String kind, String field, long records, boolean refused, String text) {
    static RecordsView of(RecordChange it) {
      return new RecordsView(
          it.type(),
          it.kind().name().toLowerCase(Locale.ROOT),
          it.field(),
          it.records(),
          it.refused(),
          it.text());
    }
  }

  record ChecksView(
      boolean publishable, String revision, List<FindingView> checks, List<RecordsView> records) {}

  record LiveList(List<LiveView> items) {}

  private final Publisher publisher;
  private final Releases releases;
  private final Profiles profiles;
  private final AppFinder finder;
  private final LiveReleases live;
  private final AppOpenApi documents;

  PublishController(
      Publisher publisher,
      Releases releases,
      Profiles profiles,
      AppFinder finder,
      LiveReleases live,
      AppOpenApi documents) {
    this.publisher = publisher;
    this.releases = releases;
    this.profiles = profiles;
    this.finder = finder;
    this.live = live;
    this.documents = documents;
  }

  /// With `dry_run` the checks alone; nothing changes.
  @PostMapping("/releases")
  ResponseEntity<Object> publish(
      Caller caller,
      @PathVariable String app,
      @RequestParam(value = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestBody PublishWish wish) {
    var found = finder.app(app, caller);
    var mistakes = new Mistakes();
    var name = mistakes.text("profile", wish.profile(), LONGEST_NAME);
    var note = Optional.ofNullable(wish.note()).orElse("");
    if (!note.isBlank()) {
      mistakes.text("note", note, LONGEST_NOTE);
    }
    var revision = dryRun ? found.revision() : revision(wish.revision(), mistakes);
    mistakes.refuseIfAny();
    var profile = finder.profile(found, name);
    if (dryRun) {
      var checked = publisher.check(found, profile);
      var findings = checked.findings();
      return ResponseEntity.ok(
          new ChecksView(
              findings.stream().noneMatch(Finding::blocks),
              "r" + revision,
              FindingView.of(findings),
              checked.records().stream().map(RecordsView::of).toList()));
    }
    return present(found.name(), publisher.publish(found, profile, revision, note, caller));
  }

  private static ResponseEntity<Object> present(String app, PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published(var release, var entrances, var warnings) ->
          ResponseEntity.created(
                  URI.create("/api/v1/apps/%s/releases/%s".formatted(app, release.id())))
              .body(new PublishedView(release, entrances, FindingView.of(warnings)));
      case PublishOutcome.DraftMoved(var seen, var current) ->
          throw ProblemException.conflict(
                  "draft_moved",
                  "Somebody saved the draft in between",
                  "You saw revision r%d; the draft is at r%d now. Look at it, and publish again."
                      .formatted(seen, current))
              .withHeader("ETag", "\"r" + current + "\"");
      case PublishOutcome.Refused(var findings) ->
          throw ProblemException.of(
                  422,
                  "checks_failed",
                  "The app cannot be published as it is",
                  "%d errors stand in the way; nothing was changed."
                      .formatted(findings.stream().filter(Finding::blocks).count()))
              .withErrors(FindingView.mistakes(findings));
      case PublishOutcome.Busy() ->
          throw ProblemException.conflict(
              "publish_busy",
              "Somebody else was faster",
              "The app was published, or its settings were changed, at the same moment. Look at what is live now, and publish again.");
    };
  }

  @GetMapping("/releases")
  Page<Release> releases(
      Caller caller, @PathVariable String app, @RequestParam String profile, PageRequest page) {
    var found = finder.app(app, caller);
    var rows = releases.of(finder.profile(found, profile), before(page), page.oneMore());
    return Page.of(rows, page, row -> Cursor.encode(row.number()));
  }

  @GetMapping("/releases/{release}")
  ReleaseView release(Caller caller, @PathVariable String app, @PathVariable UUID release) {
    return releases
        .find(finder.app(app, caller), release)
        .orElseThrow(() -> ProblemException.notFound("release", release));
  }

  @GetMapping("/deployments")
  LiveList deployments(Caller caller, @PathVariable String app) {
    var found = finder.app(app, caller);
    return new LiveList(
        profiles.of(found.id()).stream().map(it -> releases.live(found, it)).toList());
  }

  @GetMapping("/profiles/{profile}/live")
  LiveView live(Caller caller, @PathVariable String app, @PathVariable String profile) {
    var found = finder.app(app, caller);
    return releases.live(found, finder.profile(found, profile));
  }

  /// The app's own OpenAPI document, as programs get it.
  @GetMapping(
      value = "/profiles/{profile}/openapi.json",
      produces = MediaType.APPLICATION_JSON_VALUE)
  String openApi(Caller caller, @PathVariable String app, @PathVariable String profile) {
    var found = finder.app(app, caller);
    var its = finder.profile(found, profile);
    return releases
        .live(found, its)
        .release()
        .flatMap(release -> live.release(release.id()))
        .flatMap(documents::ifAny)
        .orElseThrow(() -> ProblemException.notFound("API", its.name()));
  }

  /// Unpublishes: the entrances go down and the resources are free again.
  @DeleteMapping("/profiles/{profile}/live")
  ResponseEntity<Void> unpublish(
      Caller caller, @PathVariable String app, @PathVariable String profile) {
    var found = finder.app(app, caller);
    return switch (publisher.unpublish(found, finder.profile(found, profile), caller)) {
      case UnpublishOutcome.Unpublished _ -> ResponseEntity.noContent().build();
      case UnpublishOutcome.NotLive() ->
          throw ProblemException.conflict(
              "not_live", "Nothing is live here", "The app is not published under this profile.");
    };
  }

  private static int before(PageRequest page) {
    return (int) page.afterNumber().orElse(Integer.MAX_VALUE);
  }

  private static int revision(@Nullable String written, Mistakes mistakes) {
    var text = mistakes.text("revision", written, LONGEST_NAME);
    if (text.matches("r?\\d{1,9}")) {
      return Integer.parseInt(text.startsWith("r") ? text.substring(1) : text);
    }
    if (!text.isEmpty()) {
      mistakes.add("value_unexpected", "revision", "Expected the revision you saw, as r12.", "");
    }
    return 0;
  }
}
