package dev.wayfare.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server's API under `/api/v1`, as a program uses it. A refusal becomes [Refused], with every
/// problem the server told.
public final class Api {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_A_PAGE = 200;

  private final URI base;
  private final String token;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public Api(String server, String token) {
    this.base = address(server);
    this.token = token;
    if (!token.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
      throw new Refused(
          Refused.Why.USAGE, "The API token has a blank or another sign that no token has.");
    }
  }

  private static URI address(String server) {
    try {
      var address = new URI(server.endsWith("/") ? server : server + "/");
      var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (web && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException _) {
      // told below
    }
    throw new Refused(
        Refused.Why.USAGE,
        "The server's address is \"%s\"; one like http://localhost:8787 was expected."
            .formatted(server));
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

  /// A list of at most so many items; each page is asked for when it is wanted.
  public Iterable<JsonNode> list(String path, int limit) {
    return () -> new Pages(path, limit);
  }

  /// All items of a list.
  public List<JsonNode> all(String path) {
    var items = new ArrayList<JsonNode>();
    list(path, Integer.MAX_VALUE).forEach(items::add);
    return items;
  }

  /// Walks a list by its cursor, item by item.
  private final class Pages implements Iterator<JsonNode> {
    private final String path;
    private int left;
    private Iterator<JsonNode> items = Collections.emptyIterator();
    private Optional<String> cursor = Optional.empty();
    private boolean begun;

    Pages(String path, int limit) {
      this.path = path;
      this.left = limit;
    }

    @Override
    public boolean hasNext() {
      while (left > 0 && !items.hasNext() && (!begun || cursor.isPresent())) {
        turn();
      }
      return left > 0 && items.hasNext();
    }

    @Override
    public JsonNode next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      left--;
      return items.next();
    }

    private void turn() {
      var query = new StringBuilder(path).append(path.contains("?") ? '&' : '?');
      query.append("limit=").append(Math.min(left, MOST_A_PAGE));
      cursor.ifPresent(after -> query.append("&cursor=").append(part(after)));
      var page = get(query.toString());
      begun = true;
      items = page.path("items").iterator();
      cursor = Optional.of(page.path("next_cursor").asString("")).filter(it -> !it.isEmpty());
    }
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body(body), Map.of("Content-Type", "application/json"));
  }

  /// On the revision that was seen.
  public JsonNode postOver(String path, Map<String, ?> body, String revision) {
    return send(
        "POST",
        path,
        body(body),
        Map.of("Content-Type", "application/json", "If-Match", "\"" + revision + "\""));
  }

  public JsonNode put(String path, Map<String, ?> body) {
    return send("PUT", path, body(body), Map.of("Content-Type", "application/json"));
  }

  public JsonNode patch(String path, Map<String, ?> body) {
    return send("PATCH", path, body(body), Map.of("Content-Type", "application/json"));
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
