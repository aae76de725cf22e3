package dev.wayfare.app;

import dev.wayfare.flow.App;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import dev.wayfare.resource.Environment;
import dev.wayfare.resource.Environments;
import dev.wayfare.resource.IdOrName;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The profiles of an app: settings, bindings and values. Customers get them by a publish only.
@RestController
@RequestMapping("/api/v1/apps/{app}/profiles")
final class ProfileController {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_WRITTEN = 254;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 4_000;
  private static final Range DAYS = new Range(1, ProfileSettings.MOST_DAYS, "days");
  private static final Range LINK =
      new Range(ProfileSettings.LEAST_LINK, ProfileSettings.MOST_LINK, "characters");
  private static final Range RETENTION = new Range(1, ProfileSettings.MOST_RETENTION, "days");
  private static final String DEFAULT = "default";

  record NewProfile(@Nullable String name, @Nullable String environment, @Nullable String from) {}

  record ProfileChange(
      @Nullable String name,
      @Nullable String environment,
      @Nullable String locale,
      @Nullable String timeZone,
      @Nullable Integer journeyDays,
      @Nullable Integer linkLength,
      @Nullable Integer retentionDays,
      @Nullable ExpiredPageWish expiredPage) {}

  /// What is empty is said in our own words; `text` is Markdown.
  record ExpiredPageWish(@Nullable String title, @Nullable String text) {}

  /// One of them: `resource` is `default`, an id or an address, `account` an id or a name.
  record BindingWish(@Nullable String resource, @Nullable String account) {}

  record ProfileList(List<ProfileView> items) {}

  private final Profiles profiles;
  private final Drafts drafts;
  private final AppFinder finder;
  private final Environments environments;
  private final Targets targets;

  ProfileController(
      Profiles profiles,
      Drafts drafts,
      AppFinder finder,
      Environments environments,
      Targets targets) {
    this.profiles = profiles;
    this.drafts = drafts;
    this.finder = finder;
    this.environments = environments;
    this.targets = targets;
  }

  @GetMapping
  ProfileList profiles(Caller caller, @PathVariable String app) {
    var found = finder.app(app, caller);
    var draft = draft(found);
    return new ProfileList(
        profiles.of(found.id()).stream().map(it -> view(it, draft, caller)).toList());
  }

  @GetMapping("/{profile}")
  ResponseEntity<ProfileView> profile(
      Caller caller, @PathVariable String app, @PathVariable String profile) {
    var found = finder.app(app, caller);
    return tagged(finder.profile(found, profile), draft(found), caller);
  }

  @PostMapping
  ResponseEntity<ProfileView> create(
      Caller caller, @PathVariable String app, @RequestBody NewProfile wish) {
    var found = finder.app(app, caller);
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    var environment = mistakes.text("environment", wish.environment(), LONGEST_NAME);
    mistakes.refuseIfAny();
    var from = Optional.ofNullable(wish.from()).map(other -> finder.profile(found, other));
    var made =
        changed(profiles.create(found, name, environment(environment, caller), from, caller));
    return ResponseEntity.created(
            URI.create("/api/v1/apps/%s/profiles/%s".formatted(found.name(), made.id())))
        .eTag(Revisions.tag(made.revision()))
        .body(view(made, draft(found), caller));
  }

  @PatchMapping("/{profile}")
  ResponseEntity<ProfileView> change(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ProfileChange wish) {
    var found = finder.app(app, caller);
    var before = finder.profile(found, profile);
    var environment =
        environment(
            Optional.ofNullable(wish.environment()).orElse(before.environment().toString()),
            caller);
    var after =
        changed(
            profiles.change(
                found,
                before,
                name(wish, before),
                environment,
                settings(wish, before.settings()),
                Revisions.seen(ifMatch),
                caller));
    return tagged(after, draft(found), caller);
  }

  @PutMapping("/{profile}/bindings/{slot}")
  ResponseEntity<ProfileView> bind(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String slot,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody BindingWish wish) {
    var found = finder.app(app, caller);
    var before = finder.profile(found, profile);
    var target = target(before, wish, caller);
    var draft = draft(found);
    var after =
        changed(profiles.bind(found, draft, before, slot, target, Revisions.seen(ifMatch), caller));
    return tagged(after, draft, caller);
  }

  @DeleteMapping("/{profile}/bindings/{slot}")
  ResponseEntity<ProfileView> unbind(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String slot,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var found = finder.app(app, caller);
    var before = finder.profile(found, profile);
    var after = changed(profiles.unbind(found, before, slot, Revisions.seen(ifMatch), caller));
    return tagged(after, draft(found), caller);
  }

  /// Sets the values that are named; `null` removes one.
  @PatchMapping("/{profile}/values")
  ResponseEntity<ProfileView> set(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Map<String, @Nullable Object> values) {
    var found = finder.app(app, caller);
    var before = finder.profile(found, profile);
    var draft = draft(found);
    var wanted = new LinkedHashMap<String, Optional<Object>>();
    values.forEach((name, value) -> wanted.put(name, Optional.ofNullable(value)));
    var after =
        changed(profiles.set(found, draft, before, wanted, Revisions.seen(ifMatch), caller));
    return tagged(after, draft, caller);
  }

  private static Profile changed(ChangeProfile outcome) {
    return switch (outcome) {
      case ChangeProfile.Changed(var profile) -> profile;
      case ChangeProfile.Moved(var current) -> throw Revisions.moved("profile", current);
      case ChangeProfile.NameTaken() ->
          throw ProblemException.conflict(
              "name_taken",
              "The name is taken",
              "This app has a profile with this name already. Choose another name.");
      case ChangeProfile.Refused(var misfits) ->
          throw ProblemException.unprocessable(
              misfits.stream()
                  .map(it -> new Mistake(it.code(), it.place(), it.text(), it.wayOut()))
                  .toList());
    };
  }

  private static String name(ProfileChange wish, Profile before) {
    var mistakes = new Mistakes();
    var name =
        wish.name() == null ? before.name() : mistakes.text("name", wish.name(), LONGEST_NAME);
    mistakes.refuseIfAny();
    return name;
  }

  private static ProfileSettings settings(ProfileChange wish, ProfileSettings before) {
    var mistakes = new Mistakes();
    var locale = Optional.ofNullable(wish.locale()).orElse(before.locale());
    if (!locale.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      mistakes.add("value_unexpected", "locale", "Expected a language tag as en or de-CH.", "");
    }
    var timeZone = Optional.ofNullable(wish.timeZone()).orElse(before.timeZone());
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException _) {
      mistakes.add("value_unexpected", "time_zone", "Expected a zone as Europe/Berlin.", "");
    }
    var settings =
        new ProfileSettings(
            locale,
            timeZone,
            within("journey_days", wish.journeyDays(), before.journeyDays(), DAYS, mistakes),
            within("link_length", wish.linkLength(), before.linkLength(), LINK, mistakes),
            within(
                "retention_days",
                wish.retentionDays(),
                before.retentionDays(),
                RETENTION,
                mistakes),
            expiredPage(wish.expiredPage(), before.expiredPage(), mistakes));
    mistakes.refuseIfAny();
    return settings;
  }

  private record Range(int least, int most, String unit) {}

  private static int within(
      String path, @Nullable Integer wished, int before, Range range, Mistakes mistakes) {
    var number = wished == null ? before : wished;
    if (number < range.least() || number > range.most()) {
      mistakes.add(
          "value_unexpected",
          path,
          "Expected %d to %d %s, found %d."
              .formatted(range.least(), range.most(), range.unit(), number),
          "");
    }
    return number;
  }

  private static ProfileSettings.ExpiredPage expiredPage(
      @Nullable ExpiredPageWish wish, ProfileSettings.ExpiredPage before, Mistakes mistakes) {
    if (wish == null) {
      return before;
    }
    return new ProfileSettings.ExpiredPage(
        words("expired_page.title", wish.title(), LONGEST_TITLE, mistakes),
        words("expired_page.text", wish.text(), LONGEST_TEXT, mistakes));
  }

  /// May be empty.
  private static String words(
      String path, @Nullable String written, int longest, Mistakes mistakes) {
    return written == null || written.isBlank() ? "" : mistakes.text(path, written, longest);
  }

  /// Empty: the default.
  private Optional<Target> target(Profile profile, BindingWish wish, Caller caller) {
    var mistakes = new Mistakes();
    var account = Optional.ofNullable(wish.account()).filter(it -> wish.resource() == null);
    var written =
        account.isPresent()
            ? mistakes.text("account", account.get(), LONGEST_WRITTEN)
            : mistakes.text("resource", wish.resource(), LONGEST_WRITTEN);
    if (wish.account() != null && wish.resource() != null) {
      mistakes.add("value_unexpected", "account", "Expected a resource or an account.", "");
    }
    mistakes.refuseIfAny();
    if (account.isEmpty() && written.equals(DEFAULT)) {
      return Optional.empty();
    }
    var found =
        account.isPresent()
            ? targets.account(caller.organization(), profile, written)
            : targets.resource(caller.organization(), profile, written);
    if (found.isEmpty()) {
      throw ProblemException.unprocessable(List.of(unknown(account.isPresent(), written)));
    }
    return found;
  }

  private static Mistake unknown(boolean account, String written) {
    return account
        ? new Mistake(
            "account_unknown",
            "account",
            "There is no connected account \"%s\" in the profile's environment.".formatted(written),
            "Use an account's id or name.")
        : new Mistake(
            "resource_unknown",
            "resource",
            "There is no resource \"%s\" in the profile's environment.".formatted(written),
            "Use a resource's id or address, or \"default\".");
  }

  private Environment environment(String written, Caller caller) {
    return environments
        .find(caller.organization(), IdOrName.of(written))
        .orElseThrow(() -> ProblemException.notFound("environment", written));
  }

  private App draft(NamedApp app) {
    return drafts
        .definition(app.id())
        .orElseThrow(
            () ->
                ProblemException.conflict(
                    "draft_unreadable",
                    "The draft cannot be read",
                    "The draft was saved in a format that this server does not know."));
  }

  private ResponseEntity<ProfileView> tagged(Profile profile, App draft, Caller caller) {
    return ResponseEntity.ok()
        .eTag(Revisions.tag(profile.revision()))
        .body(view(profile, draft, caller));
  }

  private ProfileView view(Profile profile, App draft, Caller caller) {
    return ProfileView.of(
        profile,
        draft,
        environments
            .find(
                caller.organization(),
                new IdOrName(Optional.of(profile.environment()), profile.environment().toString()))
            .orElseThrow(),
        binding -> targets.of(caller.organization(), binding));
  }
}
