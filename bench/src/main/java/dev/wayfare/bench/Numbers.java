package dev.wayfare.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The carrier that a publish asks where numbers are posted to: it has every number, and keeps
/// whatever it is told of it. Whoever asks for anything else gets an answer too.
record Numbers(HttpServer http, Map<String, Map<String, Object>> numbers) implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  static Numbers open() {
    try {
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
      var numbers = new Numbers(http, new HashMap<>());
      http.createContext("/", numbers::answer);
      http.start();
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "127.0.0.1:" + http.getAddress().getPort();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var said = JSON.writeValueAsBytes(reply(exchange));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  private Map<String, ?> reply(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    if (exchange.getRequestMethod().equals("GET")) {
      var sought = fields(String.valueOf(uri.getRawQuery())).get("phone_number");
      return Map.of("incoming_phone_numbers", sought == null ? List.of() : List.of(number(sought)));
    }
    var sid = uri.getPath().replaceAll(".*/|\\.json$", "");
    var number = number(sid.replace("PN", "+"));
    number.putAll(fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    return number;
  }

  private Map<String, Object> number(String e164) {
    return numbers.computeIfAbsent(
        e164,
        _ -> {
          var number = new LinkedHashMap<String, Object>();
          number.put("sid", e164.replace("+", "PN"));
          number.put("phone_number", e164);
          number.put("capabilities", Map.of("sms", true, "voice", true));
          return number;
        });
  }

  /// `SmsUrl` is called `sms_url`.
  private static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (var pair : form.split("&")) {
      var parts = pair.split("=", 2);
      var name = parts[0].replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
      fields.put(name, parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return fields;
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
