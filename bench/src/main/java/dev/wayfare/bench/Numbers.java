package dev.wayfare.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The carrier that a publish asks where the bench's number is posted to: it has that number, and
/// takes whatever it is told.
record Numbers(HttpServer http) implements AutoCloseable {
  private static final String NUMBER =
      """
      {"sid": "PN0", "phone_number": "%s", "capabilities": {"sms": true, "voice": true}}"""
          .formatted(Hook.NUMBER);

  static Numbers open() throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    http.createContext("/", Numbers::answer);
    http.start();
    return new Numbers(http);
  }

  String address() {
    return "127.0.0.1:" + http.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var list = exchange.getRequestMethod().equals("GET");
      var said = (list ? "{\"incoming_phone_numbers\": [" + NUMBER + "]}" : NUMBER).getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
