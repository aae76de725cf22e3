package dev.wayfare.runtime;

import dev.wayfare.Modules;
import dev.wayfare.ParcelService;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.cli.Api;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.db.TestFolders;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.OwnPort;
import dev.wayfare.testing.SteppingClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A whole server with one published app, and a customer to talk to it.
final class TestWorld implements AutoCloseable {
  static final String NUMBER = Builder.NUMBER;
  static final String PUBLIC = "https://wayfare.example";

  /// Whether workers work by themselves, or only when told.
  enum Workforce {
    AWAKE,
    TOLD
  }

  /// What servers share that are processes of one installation, and who closes it.
  private record Ground(
      String database,
      FakeCarrier carrier,
      ParcelService parcels,
      SteppingClock clock,
      Path data,
      Runnable close) {
    static Ground on(String database, Runnable close) {
      var carrier = new FakeCarrier();
      var clock = new SteppingClock();
      var parcels = ParcelService.start(Builder.PARCEL_KEY, clock);
      return new Ground(
          database,
          carrier,
          parcels,
          clock,
          TestFolders.passing(),
          () -> {
            carrier.close();
            parcels.close();
            close.run();
          });
    }

    static Ground fresh() {
      var database = TestDatabase.fresh();
      return on(database.url(), database::close);
    }

    Ground shared() {
      return new Ground(database, carrier, parcels, clock, data, () -> {});
    }
  }

  private final Ground ground;
  private final Workforce workforce;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<Optional<URI>> elsewhere = new AtomicReference<>(Optional.empty());
  private final AtomicInteger sids = new AtomicInteger();
  private final ConfigurableApplicationContext context;
  private final String token;
  private final Api api;
  private final Builder builder;

  TestWorld(Class<?>... more) {
    this(Ground.fresh(), Workforce.TOLD, 5, more);
  }

  private TestWorld(Ground ground, Workforce workforce, int seed, Class<?>... more) {
    this.ground = ground;
    this.workforce = workforce;
    var settings =
        DatabaseSettings.external(ground.database()).withPoolSize(TestDatabase.poolSize());
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
                  beans.registerBean(InstantSource.class, ground::clock);
                  beans.registerBean(
                      Ids.class, () -> new RandomIds(ground.clock(), new Random(seed)));
                  beans.registerBean(SealedBox.class, () -> SealedBox.inDataFolder(ground.data()));
                  beans.registerBean(OutboundPolicy.class, () -> OutboundPolicy.of("127.0.0.1"));
                  beans.registerBean(ReachOwn.class, () -> way(OwnPort.of(beans)));
                  beans.registerBean(PublicUrl.class, () -> new PublicUrl(PUBLIC));
                })
            .run();
    if (workforce == Workforce.TOLD) {
      // Time passes when the test says so: what is due runs in runDue, never beside it.
      context.getBean(Workers.class).stop();
    }
    var identity = context.getBean(Identity.class);
    token =
        identity
            .makeToken(identity.firstOrganization().id(), "test", Role.ADMIN, List.of("*"))
            .token()
            .reveal();
    api = new Api(base(), token);
    builder = new Builder(api, ground.carrier().url(), "http://" + ground.parcels().address());
  }

  private ReachOwn way(ReachOwn own) {
    return () -> elsewhere.get().or(own::through);
  }

  /// From now on the public address leads there, as the server itself sees it.
  TestWorld isReachedAt(String address) {
    elsewhere.set(Optional.of(URI.create(address)));
    return this;
  }

  /// Over a database of the test's own, whose workers are awake.
  static TestWorld awakeOver(String database) {
    return new TestWorld(Ground.on(database, () -> {}), Workforce.AWAKE, 5);
  }

  /// Another process of the same installation: the same database, carrier, clock and keys.
  TestWorld another() {
    return new TestWorld(ground.shared(), workforce, 17);
  }

  String base() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /// Where another process of this installation finds its keys.
  Path data() {
    return ground.data();
  }

  String database() {
    return ground.database();
  }

  SteppingClock clock() {
    return ground.clock();
  }

  Api api() {
    return api;
  }

  /// The same, where a test wants to see the answers themselves.
  Client client() {
    return new Client(URI.create(base()).getPort(), List.of("Authorization", "Bearer " + token));
  }

  FakeCarrier carrier() {
    return ground.carrier();
  }

  /// The service that *parcel-desk* asks.
  ParcelService parcels() {
    return ground.parcels();
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  List<Carrier> carriers() {
    return List.copyOf(context.getBeansOfType(Carrier.class).values());
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
    builder.saves(app, document);
    return this;
  }

  /// Publishes the draft of an app; its texts come to [#NUMBER].
  TestWorld publishes(String app) {
    builder.publishes(app);
    return this;
  }

  /// The same, with a choice for people in the middle; it is carried out when due.
  TestWorld publishes(String app, Map<String, ?> people) {
    builder.publishes(app, Map.of("people", people));
    return this;
  }

  /// The starting link of a web trigger.
  String startingLink(String app) {
    return builder.startingLink(app);
  }

  // --- the customer

  /// Texts and gets the replies.
  List<String> sms(String from, String body) {
    return Webhooks.replies(post(from, body, "SM" + sids.incrementAndGet()).body());
  }

  /// The webhook posted as somebody on the way changed it: signed for an address of theirs, with
  /// headers of theirs.
  HttpResponse<String> posted(String signedFor, Map<String, String> headers, String sid) {
    var fields = Map.of("From", "+15557770000", "To", NUMBER, "Body", "hi", "MessageSid", sid);
    try {
      return new Webhooks(http, base(), signedFor).post("/hooks/twilio/text", fields, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The webhook itself, signed as the carrier signs it.
  HttpResponse<String> post(String from, String body, String sid) {
    return hook(
        "/hooks/twilio/text", Map.of("From", from, "To", NUMBER, "Body", body, "MessageSid", sid));
  }

  HttpResponse<String> hook(String path, Map<String, String> fields) {
    try {
      return new Webhooks(http, base(), PUBLIC).post(path, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      form.add("_page=" + Webhooks.encoded(token.group(1)));
    }
    fields.forEach(
        (name, value) -> form.add(Webhooks.encoded(name) + "=" + Webhooks.encoded(value)));
    send(
        HttpRequest.newBuilder(here(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
    return get(url);
  }

  /// A browser without script at this address.
  Visitor opens(String url) {
    return new Visitor(this, url);
  }

  /// A stream of events that stays open.
  HttpResponse<InputStream> listens(String url) {
    try {
      return http.send(
          HttpRequest.newBuilder(here(url)).build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What was noted of the newest journey, turn by turn, as the API tells it.
  String trail() {
    var newest = api.get("journeys?limit=1").path("items").get(0).path("id").asString();
    return api.get("journeys/" + newest + "/trail").toString();
  }

  HttpResponse<String> sends(String url, String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(here(url))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private URI here(String url) {
    return URI.create(base() + (url.startsWith(PUBLIC) ? url.substring(PUBLIC.length()) : url));
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
    part(PeopleMover.class).moveDue();
    part(Outbox.class).sendDue();
    return this;
  }

  /// The texts that left through the carrier's REST side, to this phone.
  List<String> sentTo(String phone) {
    runDue();
    return carrier().sent().stream()
        .filter(text -> phone.equals(text.get("To")))
        .map(text -> text.getOrDefault("Body", ""))
        .toList();
  }

  @Override
  public void close() {
    context.close();
    ground.close().run();
  }
}
