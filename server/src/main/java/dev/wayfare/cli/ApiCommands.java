package dev.wayfare.cli;

import static dev.wayfare.cli.Api.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The commands that a server answers: each is one or two calls of the API.
@Command(name = "wayfare")
public final class ApiCommands extends Told {
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

  @Command(
      name = "text",
      description = "Texts an app from a phone of the simulator, and shows what it answers.")
  void text(
      @Mixin Connection to,
      @Option(names = "--from", required = true, description = "A simulator phone.") String from,
      @Option(names = "--to", required = true, description = "The app's number.") String number,
      @Parameters(paramLabel = "TEXT") String body) {
    var api = to.api();
    Push.phones(api, Map.of(from, "Phone"));
    var phone = "simulator/phones/" + part(from);
    var sent = api.post(phone + "/texts", Map.of("to", number, "body", body));
    var replies = Replies.after(api, phone, sent);
    var answer = ((ObjectNode) sent).set("replies", replies);
    print(to, answer, ApiCommands::thread);
  }

  private static List<String> thread(JsonNode sent) {
    var lines = new ArrayList<String>();
    lines.add("> " + text(sent, "body"));
    sent.path("replies").forEach(reply -> lines.add("< " + text(reply, "body")));
    if (sent.path("replies").isEmpty()) {
      lines.add("  (no answer within " + Replies.PATIENCE.toSeconds() + " s)");
    }
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

  static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Refused(Refused.Why.REFUSED, "The file " + file + " cannot be read.");
    }
  }
}
