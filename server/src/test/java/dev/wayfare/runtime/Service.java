package dev.wayfare.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Somebody else's HTTP service. It remembers who called with which key, answers `/slow` when the
/// test lets it, and `/wrong` with 500.
final class Service implements AutoCloseable {
  record Call(String path, String key, String secret) {}

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
      exchange.getRequestBody().readAllBytes();
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
      var answer = "{\"day\": \"Monday\", \"what\": \"%s\"}".formatted(word);
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
