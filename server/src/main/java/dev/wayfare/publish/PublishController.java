package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.Profiles;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import dev.wayfare.record.RecordChange;
import java.util.List;
import java.util.Locale;
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

  /// `revision` is the one that the publisher saw, as `r12`; the rest as in [WishReader.Wish].
  record PublishWish(
      @Nullable String profile,
      @Nullable String revision,
      @Nullable String note,
      @Nullable List<String> take,
      @Nullable List<WishReader.Accept> accept,
      @Nullable String acceptWarnings,
      WishReader.@Nullable AlertsWish alerts,
      PolicyReader.@Nullable Wish people,
      @Nullable String confirm) {
    WishReader.Wish wish() {
      return new WishReader.Wish(note, take, accept, acceptWarnings, alerts, people, confirm);
    }
  }

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

  /// @param changes how it differs from what is live; nothing where nothing is
  /// @param confirm names exactly what was found here; see [Checked]
  record ChecksView(
      boolean publishable,
      String revision,
      List<FindingView> checks,
      List<RecordsView> records,
      ChangesController.ChangesView changes,
      Impact impact,
      String confirm) {}

  /// What was found outside.
  record TrialsView(List<FindingView> checks) {}

  /// What could not be put back at carriers.
  record LeftView(List<FindingView> left) {}

  record LiveList(List<LiveView> items) {}

  private final Publisher publisher;
  private final Releases releases;
  private final Profiles profiles;
  private final ReleaseAnswers answers;
  private final WishReader wishes;
  private final AppFinder finder;
  private final LiveReleases live;
  private final AppOpenApi documents;

  PublishController(
      Publisher publisher,
      Releases releases,
      Profiles profiles,
      ReleaseAnswers answers,
      WishReader wishes,
      AppFinder finder,
      LiveReleases live,
      AppOpenApi documents) {
    this.publisher = publisher;
    this.releases = releases;
    this.profiles = profiles;
    this.answers = answers;
    this.wishes = wishes;
    this.finder = finder;
    this.live = live;
    this.documents = documents;
  }

  /// With `dry_run` the checks alone; nothing changes. They ask the world outside too, and wait for
  /// it, unless `trials` is false. With `wait` the answer comes when the
  /// release is live or failed, or after so many seconds.
  @PostMapping("/releases")
  ResponseEntity<Object> publish(
      Caller caller,
      @PathVariable String app,
      @RequestParam(value = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestParam(value = "trials", defaultValue = "true") boolean trials,
      @RequestParam(value = "wait", defaultValue = "0") int wait,
      @RequestBody PublishWish body) {
    var found = finder.app(app, caller);
    var mistakes = new Mistakes();
    var name = mistakes.text("profile", body.profile(), LONGEST_NAME);
    var revision = dryRun ? found.revision() : revision(body.revision(), mistakes);
    mistakes.refuseIfAny();
    var profile = finder.profile(found, name);
    var wish = wishes.read(body.wish(), releases.alerts(profile), caller, mistakes);
    mistakes.refuseIfAny();
    if (dryRun) {
      return ResponseEntity.ok(view(publisher.check(found, profile, wish, trials)));
    }
    return answers.of(
        found.name(),
        publisher.publish(found, profile, revision, wish, caller),
        ReleaseController.waiting(wait));
  }

  /// What services, mail servers and carriers would say to a publish now; waits for them, ten
  /// seconds at most, and changes nothing.
  @PostMapping("/profiles/{profile}/trials")
  TrialsView trials(Caller caller, @PathVariable String app, @PathVariable String profile) {
    var found = finder.app(app, caller);
    return new TrialsView(FindingView.of(publisher.tried(found, finder.profile(found, profile))));
  }

  private static ChecksView view(Checked checked) {
    return new ChecksView(
        checked.publishable(),
        "r" + checked.revision(),
        FindingView.of(checked.findings()),
        checked.records().stream().map(RecordsView::of).toList(),
        ChangesController.ChangesView.of(checked.changes()),
        checked.impact(),
        checked.confirm());
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

  /// Unpublishes: the entrances go down and the resources are free again. Open journeys finish
  /// (`people=keep`), or are ended with a message, at once or at a time (`people=drain`).
  @DeleteMapping("/profiles/{profile}/live")
  ResponseEntity<Object> unpublish(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @RequestParam(required = false) @Nullable String people,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable String message) {
    var found = finder.app(app, caller);
    var its = finder.profile(found, profile);
    var mistakes = new Mistakes();
    var then = wishes.last(new PolicyReader.Wish(people, null, until, null, message), mistakes);
    mistakes.refuseIfAny();
    return switch (publisher.unpublish(found, its, then, caller)) {
      case UnpublishOutcome.Unpublished(_, var left) when left.isEmpty() ->
          ResponseEntity.noContent().build();
      case UnpublishOutcome.Unpublished(_, var left) ->
          ResponseEntity.ok(new LeftView(FindingView.of(left)));
      case UnpublishOutcome.NotLive() ->
          throw ProblemException.conflict(
              "not_live", "Nothing is live here", "The app is not published under this profile.");
      case UnpublishOutcome.Busy() ->
          throw ProblemException.conflict(
              "publish_busy",
              "A release is on its way",
              "Wait for its end or take it back, and unpublish then.");
    };
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
