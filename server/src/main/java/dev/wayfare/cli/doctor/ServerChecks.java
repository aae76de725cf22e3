package dev.wayfare.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The port, and the public address: is it free or a Wayfare's, and do both lead to the server of
/// this database?
///
/// @param mark of the database that was looked at; a server says the same of its own
record ServerChecks(String host, int port, Optional<String> publicUrl, Optional<String> mark) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Who answers at an address.
  private sealed interface Answer {
    record Wayfare(String installation) implements Answer {}

    record SomethingElse(int status) implements Answer {}

    record Nobody() implements Answer {}
  }

  List<Finding> look() {
    var local = free() ? new Answer.Nobody() : ask("http://" + shown(host) + ":" + port);
    return List.of(port(local), publicUrl(!(local instanceof Answer.Nobody)));
  }

  private Finding port(Answer local) {
    var name = "Port";
    return switch (local) {
      case Answer.Nobody _ when free() ->
          Finding.ok(name, "%d is free; no server runs here.".formatted(port));
      case Answer.Wayfare(var installation) when ours(installation) ->
          Finding.ok(name, "%d is taken by this Wayfare, which answers.".formatted(port));
      case Answer.Wayfare _ when mark.isEmpty() ->
          Finding.warn(
              name,
              "%d is taken by a Wayfare; whether by this one cannot be told without the database."
                  .formatted(port),
              "Mend the database first.");
      case Answer.Wayfare _ ->
          Finding.warn(
              name,
              "%d is taken by a Wayfare over another database.".formatted(port),
              "Name its data folder with --data, or another port with --port.");
      case Answer.SomethingElse _, Answer.Nobody _ ->
          Finding.fail(
              name,
              "%d is taken by another program.".formatted(port),
              "Stop that program, or choose another port with --port.");
    };
  }

  private Finding publicUrl(boolean running) {
    var name = "Public URL";
    var url = publicUrl.orElse("http://localhost:" + port);
    var wayOut =
        "Look at --public-url, at its DNS entry, and at the proxy that should lead to port "
            + port
            + ".";
    return switch (ask(url)) {
      case Answer.Wayfare(var installation) when ours(installation) ->
          Finding.ok(name, url + " leads to this server.");
      case Answer.Wayfare _ when mark.isEmpty() ->
          Finding.warn(
              name,
              url + " leads to a Wayfare; whether to this one cannot be told without the database.",
              "Mend the database first.");
      case Answer.Wayfare _ ->
          Finding.fail(name, url + " leads to another Wayfare, not to this database's.", wayOut);
      case Answer.SomethingElse(var status) ->
          Finding.fail(
              name, "%s is answered by something else (%d).".formatted(url, status), wayOut);
      case Answer.Nobody _ ->
          running
              ? Finding.fail(name, url + " does not answer.", wayOut)
              : Finding.warn(
                  name,
                  url + " does not answer, since no server runs here.",
                  "Start one with `wayfare up`, then look again.");
    };
  }

  private boolean ours(String installation) {
    return mark.filter(installation::equals).isPresent();
  }

  private boolean free() {
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static String shown(String host) {
    return switch (host) {
      case "0.0.0.0", "::" -> "127.0.0.1";
      default -> host.contains(":") ? "[" + host + "]" : host;
    };
  }

  private static Answer ask(String base) {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var address = URI.create(base.replaceAll("/+$", "") + "/api/v1/server");
      var answer =
          http.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      return installation(answer.body())
          .<Answer>map(Answer.Wayfare::new)
          .orElseGet(() -> new Answer.SomethingElse(answer.statusCode()));
    } catch (IOException | IllegalArgumentException nobody) {
      return new Answer.Nobody();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Nobody();
    }
  }

  private static Optional<String> installation(String body) {
    try {
      var said = new JsonMapper().readTree(body);
      return said.path("product").asString("").equals("wayfare")
          ? Optional.of(said.path("installation").asString(""))
          : Optional.empty();
    } catch (JacksonException notOurs) {
      return Optional.empty();
    }
  }
}
