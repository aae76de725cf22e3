package dev.wayfare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to a test server, each with the same headers.
public record Client(int port, List<String> headers) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /// What came back.
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    public JsonNode json() {
      return JSON.readTree(body());
    }

    /// The text at a JSON pointer.
    public String text(String pointer) {
      return json().at(pointer).asString();
    }

    public String cookie(String name) {
      return setCookie(name).split("[=;]", 3)[1];
    }

    public String setCookie(String name) {
      return response.headers().allValues("Set-Cookie").stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + response));
    }
  }

  public Client with(String name, String value) {
    return new Client(port, Stream.concat(headers.stream(), Stream.of(name, value)).toList());
  }

  public Client without(String name) {
    var at = headers.indexOf(name);
    var rest = Stream.concat(headers.stream().limit(at), headers.stream().skip(at + 2L)).toList();
    return new Client(port, rest);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  public Answer send(String method, String path, String body) {
    return new Answer(exchange(request(method, path, body), BodyHandlers.ofString()));
  }

  /// The status alone, without waiting for the end of an answer that may go on for ever.
  public int status(String method, String path, String body) {
    var response = exchange(request(method, path, body), BodyHandlers.ofInputStream());
    try (var _ = response.body()) {
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest request(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !headers.contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return request.build();
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
