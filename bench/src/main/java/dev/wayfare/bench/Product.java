package dev.wayfare.bench;

import static dev.wayfare.cli.Api.part;

import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The product itself: its own program in a process of its own, set up through its API as a person
/// would.
final class Product {
  private static final String PATH = "/hooks/twilio/text";
  private static final String TOKEN = "bench-0123456789abcdef0123456789";
  private static final String APP = "turn-bench";
  private static final String PROFILE = "Production";

  private Product() {}

  /// @param program how the launcher starts it, up to its command
  static Served start(List<String> program, String document, Scratch scratch)
      throws IOException, InterruptedException {
    var port = Ports.free();
    Child server;
    try (var numbers = Numbers.open()) {
      var command = command(program, scratch, port);
      command.addAll(List.of("--allow-outbound", numbers.address()));
      server = scratch.start("product", command, Product::offersSignIn);
      var line = server.awaitReady();
      var base = URI.create("http://localhost:" + port);
      publish(new Api(base.toString(), token(base, line)), document, numbers);
    }
    return new Served("product", Hook.at(port, PATH, TOKEN), server, scratch.postmaster());
  }

  private static List<String> command(List<String> program, Scratch scratch, int port) {
    var command = new ArrayList<>(program);
    var database = scratch.database();
    var url =
        database
            .jdbc()
            .replace(
                "jdbc:postgresql://",
                "postgresql://%s:%s@".formatted(database.user(), database.password()));
    command.addAll(List.of("up", "--port", Integer.toString(port)));
    command.addAll(List.of("--data", scratch.folder().resolve("product").toString()));
    command.addAll(List.of("--database-url", url));
    return command;
  }

  private static boolean offersSignIn(String line) {
    return line.contains("/sign-in/");
  }

  /// The first owner signs in by the printed link and makes a token.
  private static String token(URI base, String line) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var link = line.substring(line.indexOf("http"));
      var signedIn =
          http.send(post(URI.create(link), "").build(), HttpResponse.BodyHandlers.ofString());
      var cookies =
          signedIn.headers().allValues("set-cookie").stream()
              .map(it -> it.split(";", 2)[0])
              .toList();
      var csrf =
          cookies.stream()
              .filter(it -> it.startsWith("wayfare_csrf="))
              .map(it -> it.substring("wayfare_csrf=".length()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("The sign-in link did not work."));
      var made =
          http.send(
              post(base.resolve("/api/v1/tokens"), "{\"name\": \"bench\", \"scopes\": [\"*\"]}")
                  .header("Cookie", String.join("; ", cookies))
                  .header("X-CSRF-Token", csrf)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return new JsonMapper().readTree(made.body()).path("secret").asString();
    }
  }

  private static HttpRequest.Builder post(URI to, String json) {
    return HttpRequest.newBuilder(to)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  private static void publish(Api api, String document, Numbers numbers) {
    Push.draft(api, APP, document);
    var account =
        api.post(
            "accounts",
            Map.of(
                "environment",
                PROFILE,
                "kind",
                "twilio",
                "name",
                "Bench",
                "account_sid",
                "AC0123456789abcdef0123456789abcdef",
                "base_url",
                "http://" + numbers.address(),
                "auth_token",
                TOKEN));
    var number =
        api.post(
            "resources",
            Map.of(
                "kind",
                "phone_number",
                "name",
                "Bench",
                "account",
                account.path("id").asString(),
                "number",
                Hook.NUMBER,
                "capabilities",
                List.of("text")));
    for (var slot : api.get("apps/" + APP + "/profiles/" + PROFILE).path("slots")) {
      api.put(
          "apps/%s/profiles/%s/bindings/%s"
              .formatted(APP, PROFILE, part(slot.path("name").asString())),
          Map.of("resource", number.path("id").asString()));
    }
    var revision = api.get("apps/" + APP).path("revision").asString();
    api.post(
        "apps/" + APP + "/releases?wait=25",
        Map.of("profile", PROFILE, "revision", revision, "accept_warnings", "A bench."));
  }
}
