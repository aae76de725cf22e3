package dev.wayfare.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wayfare.testing.CarrierNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The carrier's REST side, as small as it can be: takes texts, gives each an id, and refuses with
/// whatever status it is told to. It has every number it is asked for.
final class FakeCarrier implements AutoCloseable {
  private final HttpServer http;
  private final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> media = new ConcurrentHashMap<>();
  private final AtomicInteger status = new AtomicInteger(201);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile CountDownLatch together = new CountDownLatch(0);

  private final CarrierNumbers numbers =
      new CarrierNumbers(Webhooks.ACCOUNT, Webhooks.SECRET, true);

  FakeCarrier() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::take);
    http.setExecutor(threads);
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  CarrierNumbers numbers() {
    return numbers;
  }

  List<Map<String, String>> sent() {
    return sent;
  }

  void answers(int code) {
    status.set(code);
  }

  /// Answers nobody until this many ask at the same time; who waits too long for the others is told
  /// to come again.
  void answersWhenThere(int many) {
    together = new CountDownLatch(many);
  }

  private boolean met() {
    together.countDown();
    try {
      return together.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Keeps a medium of a text under this path, for whoever signs in.
  String keeps(String path, byte[] medium) {
    media.put(path, medium);
    return url() + path;
  }

  private void give(HttpExchange exchange, byte[] medium) throws IOException {
    var signed = exchange.getRequestHeaders().containsKey("Authorization");
    exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
    exchange.sendResponseHeaders(signed ? 200 : 401, signed ? medium.length : -1);
    if (signed) {
      exchange.getResponseBody().write(medium);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    if (CarrierNumbers.meant(exchange)) {
      numbers.answer(exchange);
      return;
    }
    try (exchange) {
      var medium = media.get(exchange.getRequestURI().getPath());
      if (medium != null) {
        give(exchange, medium);
        return;
      }
      var form = new HashMap<String, String>();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      for (var pair : body.split("&")) {
        var parts = pair.split("=", 2);
        form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
      var code = met() ? status.get() : 503;
      var answer =
          code < 300
              ? "{\"sid\": \"SM%032d\", \"status\": \"queued\"}".formatted(kept(form))
              : "{\"code\": 20500, \"message\": \"Not now\"}";
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// The number of this text, from 1.
  private synchronized int kept(Map<String, String> form) {
    sent.add(form);
    return sent.size();
  }

  private static String decoded(String word) {
    return URLDecoder.decode(word, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
