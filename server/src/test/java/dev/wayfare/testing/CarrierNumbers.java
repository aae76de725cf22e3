package dev.wayfare.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/// The part of a carrier's REST API that keeps an account's numbers: finds by a part of the number,
/// changes what a form names and nothing else, and knows one account.
public final class CarrierNumbers {
  private static final String NUMBERS = "/IncomingPhoneNumbers";
  private static final List<String> SETTINGS =
      List.of(
          "sms_url",
          "sms_method",
          "sms_fallback_url",
          "sms_application_sid",
          "voice_url",
          "voice_method",
          "voice_fallback_url",
          "voice_application_sid",
          "status_callback",
          "status_callback_method",
          "trunk_sid");
  private static final JsonMapper JSON = new JsonMapper();

  private final String account;
  private final String login;
  private final boolean hasAll;
  private final Map<String, Map<String, Object>> numbers = new LinkedHashMap<>();
  private final List<Map<String, String>> changes = new ArrayList<>();
  private Optional<Said> instead = Optional.empty();
  private Set<String> keeps = Set.of();
  private volatile Optional<Gate> gate = Optional.empty();

  /// What is said to everybody, whatever they ask.
  private record Said(int status, String body) {}

  /// Where changes wait: before they count, or before it is said that they did.
  public record Gate(boolean done, CountDownLatch reached, CountDownLatch open) {
    private void pass() {
      reached.countDown();
      try {
        open.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Those of one account. `hasAll`: whatever number is asked for is there.
  public CarrierNumbers(String sid, String secret, boolean hasAll) {
    this.account = "/2010-04-01/Accounts/" + sid + NUMBERS;
    this.login =
        "Basic " + Base64.getEncoder().encodeToString((sid + ":" + secret).getBytes(UTF_8));
    this.hasAll = hasAll;
  }

  /// Whether a request is about numbers.
  public static boolean meant(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().contains(NUMBERS);
  }

  /// A number with these settings; all others are empty, as Twilio says it: null.
  public synchronized CarrierNumbers with(String number, Map<String, String> settings) {
    var kept = new LinkedHashMap<String, Object>();
    kept.put("sid", "PN" + numbers.size());
    kept.put("phone_number", number);
    SETTINGS.forEach(name -> kept.put(name, null));
    kept.put("friendly_name", "Desk");
    kept.put("capabilities", Map.of("sms", true, "voice", !number.endsWith("9")));
    kept.putAll(settings);
    numbers.put("PN" + numbers.size(), kept);
    return this;
  }

  /// What a form changed, in the order in which they came.
  public synchronized List<Map<String, String>> changes() {
    return List.copyOf(changes);
  }

  public synchronized void says(int status, String body) {
    instead = Optional.of(new Said(status, body));
  }

  /// Everything that is kept, to the letter.
  public synchronized String everything() {
    return JSON.writeValueAsString(numbers);
  }

  /// Somebody changes settings at the carrier by hand.
  public synchronized void change(String number, Map<String, String> settings) {
    numbers.values().stream()
        .filter(kept -> number.equals(kept.get("phone_number")))
        .forEach(kept -> kept.putAll(settings));
  }

  /// What is kept of a number, to the letter.
  public synchronized String everything(String number) {
    return JSON.writeValueAsString(
        numbers.values().stream().filter(kept -> number.equals(kept.get("phone_number"))).toList());
  }

  /// Answers everybody as it did, but lets nobody change these numbers.
  public synchronized void refusesToChange(String... these) {
    keeps = Set.of(these);
  }

  /// From now on changes wait until the gate is opened.
  public Gate holdsChanges(boolean done) {
    var shut = new Gate(done, new CountDownLatch(1), new CountDownLatch(1));
    gate = Optional.of(shut);
    return shut;
  }

  public synchronized Optional<Object> setting(String number, String name) {
    return numbers.values().stream()
        .filter(kept -> number.equals(kept.get("phone_number")))
        .findFirst()
        .flatMap(kept -> Optional.ofNullable(kept.get(name)));
  }

  public void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var held = gate.filter(_ -> exchange.getRequestMethod().equals("POST"));
      held.filter(it -> !it.done()).ifPresent(Gate::pass);
      var said = said(exchange);
      held.filter(Gate::done).ifPresent(Gate::pass);
      var bytes = said.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Said said(HttpExchange exchange) {
    return instead.orElseGet(() -> reply(exchange));
  }

  private Said reply(HttpExchange exchange) {
    if (!login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Said(401, "{\"code\": 20003}");
    }
    var path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("GET") && path.equals(account + ".json")) {
      return list(exchange.getRequestURI().getRawQuery());
    }
    var sid = path.replace(account + "/", "").replace(".json", "");
    var number = Optional.ofNullable(numbers.get(sid));
    return exchange.getRequestMethod().equals("POST") && number.isPresent()
        ? change(number.get(), body(exchange))
        : new Said(404, "{\"code\": 20404}");
  }

  private Said list(String query) {
    var sought = fields(query).getOrDefault("PhoneNumber", "");
    if (hasAll
        && numbers.values().stream().noneMatch(it -> sought.equals(it.get("phone_number")))) {
      with(sought, Map.of());
    }
    var found =
        numbers.values().stream()
            .filter(kept -> kept.get("phone_number").toString().contains(sought))
            .toList();
    return new Said(200, JSON.writeValueAsString(Map.of("incoming_phone_numbers", found)));
  }

  private Said change(Map<String, Object> number, String form) {
    if (keeps.contains(number.get("phone_number"))) {
      return new Said(400, "{\"code\": 21502}");
    }
    var named = fields(form);
    changes.add(named);
    named.forEach((name, value) -> number.put(setting(name), value.isEmpty() ? null : value));
    return new Said(200, JSON.writeValueAsString(number));
  }

  /// `SmsApplicationSid` is kept as `sms_application_sid`.
  private static String setting(String parameter) {
    return parameter.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static String body(HttpExchange exchange) {
    try {
      return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    var fields = new TreeMap<String, String>();
    for (var pair : form.split("&")) {
      var parts = pair.split("=", 2);
      fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }
}
