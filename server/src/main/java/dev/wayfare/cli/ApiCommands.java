package dev.wayfare.cli;

import static dev.wayfare.cli.Api.part;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// The commands that a server answers: each is one or two calls of the API.
@Command(name = "wayfare")
public final class ApiCommands {
  @Spec private @Nullable CommandSpec spec;

  @Command(name = "apps", description = "Lists the apps and what is live of them.")
  void apps(@Mixin Connection to, @Mixin Length length) {
    var api = to.api();
    list(
        to,
        api.list("apps", length.most()),
        app -> {
          var lines = new ArrayList<String>();
          lines.add(text(app, "name") + "  draft " + text(app, "revision"));
          for (var live :
              api.get("apps/" + part(text(app, "name")) + "/deployments").path("items")) {
            lines.add("  " + text(live, "name") + ": " + text(live, "status"));
          }
          return lines;
        });
  }

  @Command(name = "push", description = "Saves a document as an app's draft. Publishes nothing.")
  void push(
      @Mixin Connection to,
      @Parameters(paramLabel = "FILE", description = "The app document, YAML or JSON.") Path file,
      @Option(names = "--app", description = "The app; without it, the name in the document.")
          @Nullable String named) {
    var api = to.api();
    var document = content(file);
    var app = named == null ? Checked.of(document).name(file) : named;
    print(
        to,
        Push.draft(api, app, document),
        saved -> told("Saved " + app + " as draft " + text(saved, "revision"), saved));
  }

  @Command(name = "publish", description = "Publishes an app's draft under a profile.")
  void publish(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true) String profile,
      @Option(names = "--note", defaultValue = "", description = "Why, for the history.")
          String note,
      @Option(names = "--dry-run", description = "Only the checks.") boolean dryRun) {
    var api = to.api();
    var revision = text(api.get("apps/" + part(app)), "revision");
    var wish = new HashMap<String, Object>();
    wish.put("profile", profile);
    wish.put("revision", revision);
    if (!note.isEmpty()) {
      wish.put("note", note);
    }
    var done = api.post("apps/" + part(app) + "/releases" + (dryRun ? "?dry_run=true" : ""), wish);
    print(to, done, dryRun ? ApiCommands::checks : ApiCommands::entrances);
  }

  @Command(name = "releases", description = "Lists the releases of an app, newest first.")
  void releases(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true) String profile,
      @Mixin Length length) {
    list(
        to,
        to.api().list("apps/" + part(app) + "/releases?profile=" + part(profile), length.most()),
        release ->
            List.of(
                "#%s  v%s  %s  %s  %s"
                    .formatted(
                        text(release, "number"),
                        text(release, "version"),
                        text(release, "published_at"),
                        text(release, "published_by"),
                        text(release, "note"))));
  }

  @Command(name = "unpublish", description = "Takes an app's entrances down.")
  void unpublish(
      @Mixin Connection to,
      @Parameters(paramLabel = "APP") String app,
      @Option(names = "--profile", required = true) String profile) {
    print(
        to,
        to.api().delete("apps/" + part(app) + "/profiles/" + part(profile) + "/live"),
        _ -> List.of(app + " is not live under " + profile + " any more."));
  }

  @Command(name = "journeys", description = "Lists journeys, newest first.")
  void journeys(@Mixin Connection to, @Mixin Length length) {
    list(
        to,
        to.api().list("journeys", length.most()),
        each ->
            List.of(
                "%s  %-7s  %-5s  %s turns  %s errors  %s"
                    .formatted(
                        text(each, "id"),
                        text(each, "standing"),
                        text(each, "began_on"),
                        text(each, "turns"),
                        text(each, "errors"),
                        text(each, "last_event"))));
  }

  @Command(name = "text", description = "Texts an app from a phone of the simulator.")
  void text(
      @Mixin Connection to,
      @Option(names = "--from", required = true, description = "A simulator phone.") String from,
      @Option(names = "--to", required = true, description = "The app's number.") String number,
      @Parameters(paramLabel = "TEXT") String body) {
    var api = to.api();
    Push.phone(api, from, "Phone");
    var sent =
        api.post("simulator/phones/" + part(from) + "/texts", Map.of("to", number, "body", body));
    print(to, sent, answer -> List.of(answer.toPrettyString()));
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
    return lines;
  }

  private static List<String> entrances(JsonNode answer) {
    var lines = new ArrayList<String>();
    lines.add(
        "Live: v%s, release #%s"
            .formatted(
                text(answer.path("release"), "version"), text(answer.path("release"), "number")));
    answer
        .path("entrances")
        .forEach(
            way ->
                lines.add(
                    "  " + text(way, "kind") + "  " + text(way, "url") + text(way, "number")));
    return lines;
  }

  private static List<String> told(String first, JsonNode saved) {
    var lines = new ArrayList<String>();
    lines.add(first);
    saved
        .path("problems")
        .forEach(
            problem ->
                lines.add(
                    "  %s %s: %s"
                        .formatted(
                            text(problem, "severity"),
                            text(problem, "place"),
                            text(problem, "text"))));
    return lines;
  }

  private void print(Connection to, JsonNode answer, Function<JsonNode, List<String>> words) {
    if (to.json) {
      out().println(answer);
    } else {
      words.apply(answer).forEach(out()::println);
    }
    out().flush();
  }

  /// Item by item as they come, so that a long list needs no memory: for programs as one object.
  private void list(
      Connection to, Iterable<JsonNode> items, Function<JsonNode, List<String>> words) {
    var between = "{\"items\":[";
    for (var item : items) {
      if (to.json) {
        out().print(between + item);
        between = ",";
      } else {
        words.apply(item).forEach(out()::println);
      }
    }
    if (to.json) {
      out().println((between.equals(",") ? "" : between) + "]}");
    }
    out().flush();
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("commands run through the command line");
    }
    return spec.commandLine().getOut();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Refused(Refused.Why.REFUSED, "The file " + file + " cannot be read.");
    }
  }
}
