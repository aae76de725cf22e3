package dev.wayfare.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server's API under `/api/v1`, as a program uses it. A refusal becomes [Refused], with every
/// problem the server told.
public final class Api {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final URI base;
  private final String token;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public Api(String server, String token) {
    this.base = URI.create(server.endsWith("/") ? server : server + "/");
    this.token = token;
  }

  /// A word as part of a path.
  public static String part(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public JsonNode get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), Map.of());
  }

  /// The same, where "there is none" is an answer.
  public Optional<JsonNode> find(String path) {
    var answer = exchange("GET", path, HttpRequest.BodyPublishers.noBody(), Map.of());
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer));
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body(body), Map.of("Content-Type", "application/json"));
  }

  public JsonNode put(String path, Map<String, ?> body) {
    return send("PUT", path, body(body), Map.of("Content-Type", "application/json"));
  }

  /// Saves a document over the revision that was seen.
  public JsonNode save(String path, String document, String revision) {
    return send(
        "PUT",
        path,
        HttpRequest.BodyPublishers.ofString(document),
        Map.of("Content-Type", "application/yaml", "If-Match", "\"" + revision + "\""));
  }

  public JsonNode delete(String path) {
    return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), Map.of());
  }

  private HttpRequest.BodyPublisher body(Map<String, ?> body) {
    return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
  }

  private JsonNode send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    return read(exchange(method, path, body, headers));
  }

  private HttpResponse<String> exchange(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(base.resolve("api/v1/" + path))
            .method(method, body)
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json");
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new Refused(
          Refused.Why.UNREACHABLE,
          "No server answers at %s. Start one with `wayfare up`, or name yours with --server."
              .formatted(base));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(Refused.Why.UNREACHABLE, "Stopped before the server answered.");
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    var content = parsed(answer.body());
    if (answer.statusCode() < 400) {
      return content;
    }
    throw new Refused(
        answer.statusCode() == 401 || answer.statusCode() == 403
            ? Refused.Why.NOT_ALLOWED
            : Refused.Why.REFUSED,
        told(content, answer.statusCode()));
  }

  private JsonNode parsed(String body) {
    try {
      return body.isBlank() ? json.createObjectNode() : json.readTree(body);
    } catch (JacksonException notOurs) {
      return json.createObjectNode();
    }
  }

  private static String told(JsonNode problem, int status) {
    var text = new StringBuilder(problem.path("title").asString("The server said " + status));
    if (problem.has("detail")) {
      text.append(". ").append(problem.path("detail").asString());
    }
    for (var error : problem.path("errors")) {
      text.append("\n  ").append(error.path("path").asString());
      text.append(": ").append(error.path("message").asString());
      if (!error.path("fix").asString("").isEmpty()) {
        text.append(" ").append(error.path("fix").asString());
      }
    }
    return text.toString();
  }
}
