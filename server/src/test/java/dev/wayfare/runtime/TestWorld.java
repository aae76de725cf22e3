package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.Modules;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.testing.SteppingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A whole server with one published app, and a customer to talk to it. The pool has one
/// connection, so that a path which needs two at once is found.
final class TestWorld implements AutoCloseable {
  static final String NUMBER = "+15550100";
  static final String PUBLIC = "https://wayfare.example";
  private static final String TOKEN = "a carrier's secret";
  private static final Pattern MESSAGE =
      Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);

  private final TestDatabase database = TestDatabase.fresh();
  private final FakeCarrier carrier = new FakeCarrier();
  private final SteppingClock clock = new SteppingClock();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger sids = new AtomicInteger();
  private final Path keys = keyFolder();
  private final ConfigurableApplicationContext context;
  private final String token;
  private final Api api;

  TestWorld(Class<?>... more) {
    var settings = DatabaseSettings.external(database.url()).withPoolSize(1);
    context =
        new SpringApplicationBuilder(
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Modules.class), java.util.Arrays.stream(more))
                    .toArray(Class<?>[]::new))
            .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
            .properties("spring.threads.virtual.enabled=true", "springdoc.api-docs.enabled=false")
            .initializers(
                (GenericApplicationContext beans) -> {
                  beans.registerBean(DatabaseSettings.class, () -> settings);
                  beans.registerBean(InstantSource.class, () -> clock);
                  beans.registerBean(Ids.class, () -> new RandomIds(clock, new Random(5)));
                  beans.registerBean(SealedBox.class, () -> SealedBox.inDataFolder(keys));
                  beans.registerBean(PublicUrl.class, () -> new PublicUrl(PUBLIC));
                })
            .run();
    // Time passes when the test says so: what is due runs in runDue, never beside it.
    context.getBean(Workers.class).stop();
    var identity = context.getBean(Identity.class);
    token =
        identity
            .makeToken(identity.firstOrganization().id(), "test", Role.ADMIN, List.of("*"))
            .token()
            .reveal();
    api = new Api(base(), token);
  }

  private static Path keyFolder() {
    try {
      return Files.createTempDirectory("wayfare-world");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String base() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /// Where a second server finds this world's keys.
  Path keys() {
    return keys;
  }

  String databaseUrl() {
    return database.url();
  }

  SteppingClock clock() {
    return clock;
  }

  Api api() {
    return api;
  }

  FakeCarrier carrier() {
    return carrier;
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  // --- the builder

  static String example(String name) {
    try {
      return Files.readString(Path.of("../examples/" + name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Saves a document as the app's draft; publishes nothing.
  TestWorld saves(String app, String document) {
    Push.draft(api, app, document);
    return this;
  }

  /// Publishes the draft of an app; its texts come to [#NUMBER].
  TestWorld publishes(String app) {
    var profile = "apps/" + app + "/profiles/Production";
    for (var slot : api.get(profile).path("slots")) {
      if (slot.path("kind").asString().equals("text")) {
        api.put(profile + "/bindings/text", Map.of("resource", number()));
      }
    }
    var revision = api.get("apps/" + app).path("revision").asString();
    api.post("apps/" + app + "/releases", Map.of("profile", "Production", "revision", revision));
    return this;
  }

  private String number() {
    for (var resource : api.get("resources?environment=Production").path("items")) {
      if (resource.path("address").asString().equals(NUMBER)) {
        return resource.path("id").asString();
      }
    }
    var account =
        api.post(
            "accounts",
            Map.of(
                "environment", "Production",
                "kind", "twilio",
                "name", "Carrier",
                "account_sid", "AC00000000000000000000000000000001",
                "base_url", carrier.url(),
                "auth_token", TOKEN));
    return api.post(
            "resources",
            Map.of(
                "kind",
                "phone_number",
                "name",
                "Desk",
                "account",
                account.path("id").asString(),
                "number",
                NUMBER,
                "capabilities",
                List.of("text")))
        .path("id")
        .asString();
  }

  /// Gives a profile a value of the app's.
  TestWorld gives(String app, String name, String value) {
    var answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(base() + "/api/v1/apps/" + app + "/profiles/Production/values"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        "{\"%s\": \"%s\"}".formatted(name, value))));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return this;
  }

  /// The starting link of a web trigger.
  String startingLink(String app) {
    for (var way : api.get("apps/" + app + "/profiles/Production/live").path("entrances")) {
      if (way.path("kind").asString().equals("web")) {
        return way.path("url").asString();
      }
    }
    throw new AssertionError("no web entrance");
  }

  // --- the customer

  /// Texts and gets the replies.
  List<String> sms(String from, String body) {
    return replies(post(from, body, "SM" + sids.incrementAndGet()).body());
  }

  static List<String> replies(String twiml) {
    var replies = new ArrayList<String>();
    var message = MESSAGE.matcher(twiml);
    while (message.find()) {
      replies.add(
          message.group(1).replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&"));
    }
    return replies;
  }

  /// The webhook itself, signed as the carrier signs it.
  HttpResponse<String> post(String from, String body, String sid) {
    return hook(
        "/hooks/twilio/text", Map.of("From", from, "To", NUMBER, "Body", body, "MessageSid", sid));
  }

  HttpResponse<String> hook(String path, Map<String, String> fields) {
    return hook(base(), path, fields);
  }

  /// At the server of this address, which calls itself as ours does.
  HttpResponse<String> hook(String server, String path, Map<String, String> fields) {
    var signed = new StringBuilder(PUBLIC + path);
    var form = new ArrayList<String>();
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              signed.append(name).append(value);
              form.add(encoded(name) + "=" + encoded(value));
            });
    return send(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(signed.toString()))
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, UTF_8);
  }

  private static String signature(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// What a browser without script sees at an address of ours.
  HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(here(url)).GET());
  }

  /// Opens a starting link and comes to the journey's own.
  String visit(String url) {
    return get(url).headers().firstValue("Location").orElseThrow();
  }

  /// Sends a page in, as its form would, and shows what comes then.
  HttpResponse<String> submits(String url, Map<String, String> fields) {
    var form = new ArrayList<String>();
    var token = Pattern.compile("name=\"_page\" value=\"([^\"]*)\"").matcher(get(url).body());
    if (token.find()) {
      form.add("_page=" + encoded(token.group(1)));
    }
    fields.forEach((name, value) -> form.add(encoded(name) + "=" + encoded(value)));
    send(
        HttpRequest.newBuilder(here(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
    return get(url);
  }

  private URI here(String url) {
    return URI.create(
        url.startsWith("http") ? base() + URI.create(url).getRawPath() : base() + url);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  // --- time

  /// Fires what is due and sends what waits.
  TestWorld runDue() {
    part(Timers.class).fireDue();
    part(Timers.class).sweep();
    part(Chains.class).takeDue();
    part(Outbox.class).sendDue();
    return this;
  }

  /// The texts that left through the carrier's REST side, to this phone.
  List<String> sentTo(String phone) {
    runDue();
    return carrier.sent().stream()
        .filter(text -> phone.equals(text.get("To")))
        .map(text -> text.getOrDefault("Body", ""))
        .toList();
  }

  @Override
  public void close() {
    context.close();
    carrier.close();
    database.close();
  }
}
