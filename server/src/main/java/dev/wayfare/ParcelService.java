package dev.wayfare;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// The parcel company's own service, as the demo starts it beside the server: `GET
/// /parcels/PD-1042` with the bearer token [#TOKEN] answers `{order, what, day, days}`. Orders
/// ending in 7, 8 or 9 are not known.
public final class ParcelService implements AutoCloseable {
  public static final String TOKEN = "demo-parcels";

  private static final Pattern ORDER = Pattern.compile("/parcels/([A-Z]{2}-?[0-9]{4})");
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final InstantSource clock;

  private ParcelService(HttpServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /// Starts it on loopback; port 0 takes any that is free.
  public static ParcelService start(int port, InstantSource clock) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      var service = new ParcelService(server, clock);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", service::answer);
      server.start();
      return service;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, Map.of("error", "a bearer token is needed"));
        return;
      }
      var order = ORDER.matcher(exchange.getRequestURI().getPath());
      if (!order.matches() || unknown(order.group(1))) {
        say(exchange, 404, Map.of("error", "no parcel with this number"));
      } else {
        say(exchange, 200, parcel(order.group(1)));
      }
    }
  }

  private static boolean unknown(String order) {
    return "789".indexOf(order.charAt(order.length() - 1)) >= 0;
  }

  private Map<String, Object> parcel(String order) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var parcel = new LinkedHashMap<String, Object>();
    parcel.put("order", order);
    parcel.put("what", order.endsWith("2") ? "Your lamp" : "Your parcel");
    parcel.put("day", today.plusDays(2).toString());
    parcel.put(
        "days", List.of(3, 4, 5).stream().map(more -> today.plusDays(more).toString()).toList());
    return parcel;
  }

  private static void say(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    var bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
