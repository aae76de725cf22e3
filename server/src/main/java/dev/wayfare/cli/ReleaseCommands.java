package dev.wayfare.cli;

import static dev.wayfare.cli.Api.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// What customers get, and the ways back: each is one or two calls of the API.
@Command(name = "wayfare")
public final class ReleaseCommands extends Told {
  private static final String WAIT = "wait=25";

  @Command(name = "publish", description = "Publishes an app's draft under a profile.")
  void publish(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile,
      @Mixin ReleaseOptions options,
      @Option(names = "--dry-run", description = "Only the checks.") boolean dryRun,
      @Option(names = "--confirm", description = "The token of the dry run you looked at.")
          @Nullable String confirm) {
    var api = to.api();
    var wish = new HashMap<String, Object>(options.wish());
    wish.put("profile", profile);
    wish.put("revision", text(api.get("apps/" + part(app)), "revision"));
    if (confirm != null) {
      wish.put("confirm", confirm);
    }
    var query = dryRun ? "?dry_run=true" : options.query(WAIT);
    var done = api.post("apps/" + part(app) + "/releases" + query, wish);
    print(to, done, dryRun ? ReleaseCommands::checks : ReleaseCommands::begun);
  }

  @Command(
      name = "rollback",
      description = "Gives customers an earlier release again, as a new release.")
  void rollback(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile,
      @Option(names = "--to", description = "The release's number; without it, the one before.")
          @Nullable Integer number,
      @Option(
              names = "--definition-only",
              description = "With today's values, bindings and alert rules.")
          boolean definitionOnly,
      @Mixin ReleaseOptions options,
      @Option(names = "--dry-run", description = "Only what it brings back, and what not.")
          boolean dryRun) {
    var api = to.api();
    var wish = new HashMap<String, Object>(options.wish());
    wish.put("scope", definitionOnly ? "definition" : "everything");
    var release = release(api, app, profile, number);
    var path = "apps/%s/releases/%s/rollback".formatted(part(app), release);
    var done = api.post(path + (dryRun ? "?dry_run=true" : options.query(WAIT)), wish);
    print(
        to,
        done,
        answer -> {
          var lines = new ArrayList<String>();
          if (!dryRun) {
            lines.addAll(begun(answer.path("begun")));
          }
          answer.path("undoes").forEach(it -> lines.add("  back: " + it.asString()));
          answer.path("leaves").forEach(it -> lines.add("  left: " + it.asString()));
          return lines;
        });
  }

  @Command(
      name = "promote",
      description = "Publishes what is live under one profile under another one.")
  void promote(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--from", required = true, description = "A profile.") String from,
      @Option(names = "--to", required = true, description = "Another profile.") String target,
      @Mixin ReleaseOptions options) {
    var api = to.api();
    var live = api.get("apps/%s/profiles/%s/live".formatted(part(app), part(from)));
    if (!live.path("live").asBoolean()) {
      throw new Refused(Refused.Why.REFUSED, app + " is not live under " + from + ".");
    }
    var wish = new HashMap<String, Object>(options.wish());
    wish.put("profile", target);
    var path = "apps/%s/releases/%s/promote".formatted(part(app), text(live.path("release"), "id"));
    print(to, api.post(path + options.query(WAIT), wish), ReleaseCommands::begun);
  }

  @Command(name = "restore-draft", description = "Makes a version the draft. Publishes nothing.")
  void restore(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--version", required = true) int version) {
    returned(to, app, "restore", Map.of("version", version));
  }

  @Command(
      name = "discard-changes",
      description = "Sets the draft back to what is live under a profile. Publishes nothing.")
  void discard(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile) {
    returned(to, app, "discard", Map.of("profile", profile));
  }

  private void returned(Connection to, String app, String how, Map<String, ?> wish) {
    var api = to.api();
    var seen = text(api.get("apps/" + part(app)), "revision");
    print(
        to,
        api.postOver("apps/%s/draft/%s".formatted(part(app), how), wish, seen),
        draft ->
            List.of(
                "The draft is at %s, as v%s."
                    .formatted(text(draft, "revision"), text(draft, "version"))));
  }

  @Command(name = "releases", description = "Lists the releases of an app, newest first.")
  void releases(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile,
      @Mixin Length length) {
    list(
        to,
        to.api().list("apps/" + part(app) + "/releases?profile=" + part(profile), length.most()),
        release ->
            List.of(
                "#%s  v%s  %-10s  %s  %s  %s"
                    .formatted(
                        text(release, "number"),
                        text(release, "version"),
                        text(release, "state"),
                        text(release, "published_at"),
                        text(release, "published_by"),
                        text(release, "note"))));
  }

  @Command(
      name = "pause",
      description = "Lets a channel only answer with a message, at once and without a publish.")
  void pause(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile,
      @Option(names = "--channel", required = true, description = "web, text, call or api.")
          String channel,
      @Option(names = "--message", required = true, description = "What people are told.")
          String message,
      @Option(names = "--until", description = "When it ends by itself (2030-05-17T18:00:00Z).")
          @Nullable String until) {
    var wish = new HashMap<String, Object>();
    wish.put("message", message);
    if (until != null) {
      wish.put("until", until);
    }
    print(
        to,
        to.api().put(pauses(app, profile) + "/" + part(channel), wish),
        _ -> List.of("Paused: " + channel + " of " + app + " under " + profile + "."));
  }

  @Command(name = "resume", description = "Lets a paused channel go on.")
  void resume(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile,
      @Option(names = "--channel", required = true, description = "web, text, call or api.")
          String channel) {
    print(
        to,
        to.api().delete(pauses(app, profile) + "/" + part(channel)),
        _ -> List.of("Goes on: " + channel + " of " + app + " under " + profile + "."));
  }

  private static String pauses(String app, String profile) {
    return "apps/%s/profiles/%s/pauses".formatted(part(app), part(profile));
  }

  @Command(name = "unpublish", description = "Takes an app's entrances down.")
  void unpublish(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true, description = "Such as Production.")
          String profile,
      @Mixin PeopleOptions people) {
    print(
        to,
        to.api()
            .delete("apps/" + part(app) + "/profiles/" + part(profile) + "/live" + people.query()),
        _ -> List.of(app + " is not live under " + profile + " any more."));
  }

  /// The release of this number, or the newest that was live before what is live now.
  private static String release(Api api, String app, String profile, @Nullable Integer number) {
    for (var release : api.all("apps/" + part(app) + "/releases?profile=" + part(profile))) {
      var fits =
          number == null
              ? text(release, "state").equals("superseded")
              : release.path("number").asInt() == number;
      if (fits) {
        return text(release, "id");
      }
    }
    throw new Refused(
        Refused.Why.REFUSED,
        number == null
            ? "There is no release before the one that is live."
            : "There is no release #" + number + " under " + profile + ".");
  }

  private static List<String> checks(JsonNode answer) {
    var lines = new ArrayList<String>();
    lines.add(
        answer.path("publishable").asBoolean() ? "Nothing stands in the way." : "Not publishable:");
    answer
        .path("checks")
        .forEach(
            check ->
                lines.add(
                    "  %s %s: %s"
                        .formatted(
                            text(check, "severity"), text(check, "place"), text(check, "text"))));
    var changes = answer.path("changes");
    changes
        .path("changes")
        .forEach(change -> lines.add("  changes %s".formatted(text(change, "text"))));
    changes
        .path("settings")
        .forEach(
            change ->
                lines.add(
                    "  changes %s %s: %s → %s"
                        .formatted(
                            text(change, "sort"),
                            text(change, "name"),
                            side(text(change, "before")),
                            side(text(change, "after")))));
    return lines;
  }

  private static String side(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private static List<String> begun(JsonNode answer) {
    var lines = new ArrayList<String>();
    var release = answer.path("release");
    lines.add(
        "%s: v%s, release #%s"
            .formatted(
                text(release, "state").equals("live") ? "Live" : "On its way",
                text(release, "version"),
                text(release, "number")));
    answer
        .path("entrances")
        .forEach(
            way ->
                lines.add(
                    "  " + text(way, "kind") + "  " + text(way, "url") + text(way, "number")));
    return lines;
  }
}
