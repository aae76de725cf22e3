package dev.wayfare.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody else's HTTP server that messages are posted to. Each path answers as the test says,
/// 200 without a word.
final class Receiver implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  record Post(String path, String signature, String delivery, String type, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  private final HttpServer http;
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  Receiver() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::answer);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  Receiver answers(String path, int status) {
    answers.put(path, status);
    return this;
  }

  List<Post> posts(String path) {
    return posts.stream().filter(post -> post.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var path = exchange.getRequestURI().getPath();
      posts.add(
          new Post(
              path,
              header(exchange, Webhook.SIGNATURE),
              header(exchange, Webhook.DELIVERY),
              header(exchange, "Content-Type"),
              heard));
      exchange.sendResponseHeaders(answers.getOrDefault(path, 200), -1);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
