package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What was published, how far it came, and the way back to it.
@RestController
@RequestMapping("/api/v1/apps/{app}/releases")
final class ReleaseController {
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);
  private static final int LONGEST_NAME = 60;

  /// `scope` is `everything` (the default) or `definition`.
  record RollbackWish(
      @Nullable String scope,
      @Nullable String note,
      @Nullable List<String> take,
      PolicyReader.@Nullable Wish people) {
    WishReader.Wish wish() {
      return new WishReader.Wish(note, take, null, null, null, people, null);
    }
  }

  /// What a rollback brings back, and what it leaves as it is.
  record RollbackView(List<String> undoes, List<String> leaves, Object begun) {}

  record PromotionWish(
      @Nullable String profile,
      @Nullable String note,
      @Nullable List<String> take,
      @Nullable List<WishReader.Accept> accept,
      @Nullable String acceptWarnings,
      WishReader.@Nullable AlertsWish alerts,
      PolicyReader.@Nullable Wish people) {
    WishReader.Wish wish() {
      return new WishReader.Wish(note, take, accept, acceptWarnings, alerts, people, null);
    }
  }

  private final Publisher publisher;
  private final Releases releases;
  private final ReleaseAnswers answers;
  private final WishReader wishes;
  private final AppFinder finder;
  private final JsonMapper json;

  ReleaseController(
      Publisher publisher,
      Releases releases,
      ReleaseAnswers answers,
      WishReader wishes,
      AppFinder finder,
      JsonMapper json) {
    this.publisher = publisher;
    this.releases = releases;
    this.answers = answers;
    this.wishes = wishes;
    this.finder = finder;
    this.json = json;
  }

  @GetMapping
  Page<Release> releases(
      Caller caller, @PathVariable String app, @RequestParam String profile, PageRequest page) {
    var found = finder.app(app, caller);
    var before = (int) page.afterNumber().orElse(Integer.MAX_VALUE);
    var rows = releases.of(finder.profile(found, profile), before, page.oneMore());
    return Page.of(rows, page, row -> Cursor.encode(row.number()));
  }

  @GetMapping("/{release}")
  ReleaseView release(Caller caller, @PathVariable String app, @PathVariable UUID release) {
    return releases
        .find(finder.app(app, caller), release)
        .orElseThrow(() -> ProblemException.notFound("release", release));
  }

  /// Server-sent events: every step as it is done, and `state` whenever it changes; ends with the
  /// release's way.
  @GetMapping("/{release}/steps")
  void follow(
      Caller caller,
      @PathVariable String app,
      @PathVariable UUID release,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    one(finder.app(app, caller), release);
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var out = response.getWriter();
    var told = 0;
    var state = Optional.<ReleaseState>empty();
    while (!out.checkError()) {
      var now = releases.begun(release);
      for (; told < now.steps().size(); told++) {
        out.write("event: step\ndata: " + json.writeValueAsString(now.steps().get(told)) + "\n\n");
      }
      if (!state.equals(Optional.of(now.release().state()))) {
        state = Optional.of(now.release().state());
        out.write("event: state\ndata: \"" + state.get().word() + "\"\n\n");
      }
      out.flush();
      if (!now.release().state().isOpen()) {
        return;
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /// Takes a release back that is still on its way.
  @PostMapping("/{release}/cancel")
  ResponseEntity<Void> cancel(Caller caller, @PathVariable String app, @PathVariable UUID release) {
    one(finder.app(app, caller), release);
    if (!releases.cancel(release)) {
      throw ProblemException.conflict(
          "too_late",
          "It is too late to take it back",
          "The release has come to its end already. Roll back instead.");
    }
    return ResponseEntity.accepted().build();
  }

  /// With `dry_run` what it would bring back and what not; nothing changes.
  @PostMapping("/{release}/rollback")
  ResponseEntity<Object> rollBack(
      Caller caller,
      @PathVariable String app,
      @PathVariable UUID release,
      @RequestParam(value = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestParam(value = "wait", defaultValue = "0") int wait,
      @RequestBody RollbackWish body) {
    var found = finder.app(app, caller);
    var origin = one(found, release);
    var mistakes = new Mistakes();
    var scope = scope(body.scope(), mistakes);
    var wish = wishes.read(body.wish(), AlertRules.NONE, caller, mistakes);
    mistakes.refuseIfAny();
    if (dryRun) {
      return ResponseEntity.ok(new RollbackView(scope.undoes(), scope.leaves(), origin));
    }
    var profile = profile(found, origin);
    var begun =
        answers.of(
            found.name(),
            publisher.rollBack(found, profile, origin, scope, wish, caller),
            waiting(wait));
    return ResponseEntity.status(begun.getStatusCode())
        .headers(begun.getHeaders())
        .body(
            new RollbackView(
                scope.undoes(),
                scope.leaves(),
                Optional.ofNullable(begun.getBody()).orElseThrow()));
  }

  /// The same version under another profile, with that profile's settings.
  @PostMapping("/{release}/promote")
  ResponseEntity<Object> promote(
      Caller caller,
      @PathVariable String app,
      @PathVariable UUID release,
      @RequestParam(value = "wait", defaultValue = "0") int wait,
      @RequestBody PromotionWish body) {
    var found = finder.app(app, caller);
    var origin = one(found, release);
    var mistakes = new Mistakes();
    var to = mistakes.text("profile", body.profile(), LONGEST_NAME);
    mistakes.refuseIfAny();
    var profile = finder.profile(found, to);
    var wish = wishes.read(body.wish(), releases.alerts(profile), caller, mistakes);
    mistakes.refuseIfAny();
    return answers.of(
        found.name(), publisher.promote(found, origin, profile, wish, caller), waiting(wait));
  }

  private Release one(NamedApp app, UUID release) {
    return releases
        .one(app, release)
        .orElseThrow(() -> ProblemException.notFound("release", release));
  }

  private Profile profile(NamedApp app, Release release) {
    return finder.profile(app, release.profile().toString());
  }

  static Duration waiting(int seconds) {
    return Duration.ofSeconds(Math.clamp(seconds, 0, 60));
  }

  private static Scope scope(@Nullable String written, Mistakes mistakes) {
    var word = written == null ? "everything" : written;
    if (!word.equals("everything") && !word.equals("definition")) {
      mistakes.add("value_unexpected", "scope", "Expected everything or definition.", "");
      return Scope.EVERYTHING;
    }
    return Scope.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
