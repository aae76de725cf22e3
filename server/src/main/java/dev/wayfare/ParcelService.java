package dev.wayfare;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The parcel carrier's own service, as the example *parcel-desk* meets it: an HTTP service with a
/// key, which answers on loopback beside the demo and the tests. What it knows lives as long as it.
///
/// | | |
/// |---|---|
/// | `GET /parcels/PD-1042` | the parcel, its day, and the days to choose from; 404 for none |
/// | `PUT /parcels/PD-1042/delivery` | another day and place; with an `Idempotency-Key`, once |
public final class ParcelService implements AutoCloseable {
  /// The header that the key is expected in.
  public static final String KEY_HEADER = "X-Parcel-Key";

  private static final Pattern PARCEL = Pattern.compile("/parcels/(PD-[0-9]{4})(/delivery)?");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer http;
  private final String key;
  private final Parcels parcels;
  private final Map<String, Answer> repeats = new ConcurrentHashMap<>();

  private record Answer(int status, Object body) {}

  private ParcelService(HttpServer http, String key, InstantSource clock) {
    this.http = http;
    this.key = key;
    this.parcels = new Parcels(clock);
  }

  /// Starts on a free port of loopback; whoever knows the key is answered.
  public static ParcelService start(String key, InstantSource clock) {
    try {
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      var service = new ParcelService(http, key, clock);
      http.createContext("/", service::answer);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      return service;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /// Where it answers, as host and port.
  public String address() {
    return "127.0.0.1:" + http.getAddress().getPort();
  }

  /// What was chosen for this order and arrived here.
  public Optional<Delivery> delivery(String order) {
    return parcels.delivery(order);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var answer = answer(exchange, body);
      var bytes = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    if (!key.equals(headers.getFirst(KEY_HEADER))) {
      return mistake(401, "The key in " + KEY_HEADER + " is not known here.");
    }
    var path = PARCEL.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !parcels.knows(path.group(1))) {
      return mistake(404, "There is no such parcel.");
    }
    var order = path.group(1);
    return switch (exchange.getRequestMethod() + (path.group(2) == null ? "" : path.group(2))) {
      case "GET" -> new Answer(200, parcels.parcel(order));
      case "PUT/delivery" ->
          Optional.ofNullable(headers.getFirst("Idempotency-Key"))
              .map(once -> order + " " + once)
              .map(once -> repeats.computeIfAbsent(once, _ -> choose(order, body)))
              .orElseGet(() -> choose(order, body));
      default -> mistake(405, "A parcel is read with GET, its delivery is changed with PUT.");
    };
  }

  private Answer choose(String order, byte[] body) {
    try {
      var delivery = JSON.readValue(new String(body, UTF_8), Delivery.class);
      return parcels
          .choose(order, delivery)
          .map(wrong -> mistake(422, wrong))
          .orElseGet(() -> new Answer(200, delivery));
    } catch (JacksonException notRead) {
      return mistake(400, "A day, a place and a neighbour were expected, as JSON.");
    }
  }

  private static Answer mistake(int status, String words) {
    return new Answer(status, Map.of("error", words));
  }

  @Override
  public void close() {
    http.stop(0);
  }

  /// What somebody chose: a day, and `door`, `neighbour` (whose name is given) or `shop`.
  public record Delivery(String day, String place, String neighbour) {
    /// What was left out is empty.
    public Delivery {
      day = Objects.requireNonNullElse(day, "");
      place = Objects.requireNonNullElse(place, "");
      neighbour = Objects.requireNonNullElse(neighbour, "");
    }
  }
}
