package dev.wayfare.bench;

import dev.wayfare.cli.Api;
import dev.wayfare.db.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The product itself: its own program in processes of its own, and who builds on it.
record Product(Served served, Workshop workshop) {
  private static final String PATH = "/hooks/twilio/text";

  /// @param program how the launcher starts it, up to its command
  static Product start(List<String> program, Scratch scratch)
      throws IOException, InterruptedException {
    var port = Ports.free();
    var base = "http://localhost:" + port;
    var server =
        scratch.start("product", command(program, scratch, port, base), Product::offersSignIn);
    var token = token(URI.create(base), server.awaitReady());
    return new Product(
        new Served("product", Hook.at(port, PATH, Workshop.TOKEN), server, scratch.postmaster()),
        new Workshop(new Api(base, token), scratch.numbers()));
  }

  /// A further process on the same database, with the same keys and the same public address.
  Served another(List<String> program, Scratch scratch) throws IOException, InterruptedException {
    var port = Ports.free();
    var hook = served.hook();
    var server =
        scratch.start(
            "second product",
            command(program, scratch, port, "http://localhost:" + hook.port()),
            line -> line.startsWith("Wayfare answers at"));
    server.awaitReady();
    return new Served(
        "second product",
        new Hook(port, hook.path(), hook.url(), hook.token()),
        server,
        scratch.postmaster());
  }

  private static List<String> command(
      List<String> program, Scratch scratch, int port, String publicUrl) {
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
    command.addAll(List.of("--database-url", url, "--public-url", publicUrl));
    command.addAll(List.of("--allow-outbound", scratch.numbers().address()));
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
}
