package dev.wayfare.channel.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A browser without script, as a test drives it: it does not follow redirects, so that they can be
/// looked at.
final class Browser implements AutoCloseable {

  private static final String BOUNDARY = "----a-boundary-of-the-test";

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebTrial trial;

  Browser(WebTrial trial) {
    this.trial = trial;
  }

  /// Headers as name and value by turns.
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> method(String method, String path, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String form, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> upload(String path, byte[] content, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content)));
  }

  HttpResponse<String> multipart(String path, List<Part> parts) {
    var body = new ByteArrayOutputStream();
    for (var part : parts) {
      body.writeBytes(part.bytes());
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  HttpResponse<java.io.InputStream> listen(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var builder = HttpRequest.newBuilder(URI.create(trial.address(path)));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A field, or a file with its name and what the browser says of its type.
  record Part(String name, String fileName, String type, byte[] content) {

    static Part field(String name, String value) {
      return new Part(name, "", "", value.getBytes(StandardCharsets.UTF_8));
    }

    static Part file(String name, String fileName, String type, byte[] content) {
      return new Part(name, fileName, type, content);
    }

    private byte[] bytes() {
      var out = new ByteArrayOutputStream();
      var file = type.isEmpty() ? "" : "; filename=\"" + fileName + "\"\r\nContent-Type: " + type;
      var head =
          "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file;
      out.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(content);
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return out.toByteArray();
    }
  }
}
