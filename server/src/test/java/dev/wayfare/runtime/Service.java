package dev.wayfare.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wayfare.flow.json.WorldJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Somebody else's HTTP service. It remembers who called with which key, answers `/slow` when the
/// test lets it, `/wrong` with 500, `/odd` with JSON that is none, and `/echo` with what it heard.
final class Service implements AutoCloseable {
  record Call(String path, String key, String secret) {}

  private static final WorldJson JSON = new WorldJson();

  private final HttpServer http;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

  Service() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::answer);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /// The calls to this path so far.
  List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  /// From now on nobody gets an answer from `/slow`, until the gate is opened.
  void shut() {
    gate.set(new CountDownLatch(1));
  }

  void open() {
    gate.get().countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var path = exchange.getRequestURI().getPath();
      var headers = exchange.getRequestHeaders();
      calls.add(
          new Call(
              path,
              String.valueOf(headers.getFirst("Idempotency-Key")),
              String.valueOf(headers.getFirst("X-Key"))));
      if (path.startsWith("/slow")) {
        gate.get().await();
      }
      var word = path.substring(path.lastIndexOf('/') + 1);
      var answer =
          switch (word) {
            case "odd" -> "{";
            case "echo" ->
                JSON.write(
                    Map.of(
                        "method", exchange.getRequestMethod(),
                        "query", String.valueOf(exchange.getRequestURI().getRawQuery()),
                        "type", String.valueOf(headers.getFirst("Content-Type")),
                        "body", heard));
            default -> "{\"day\": \"Monday\", \"what\": \"%s\"}".formatted(word);
          };
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(path.startsWith("/wrong") ? 500 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open();
    http.stop(0);
  }
}
