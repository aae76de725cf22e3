package dev.wayfare.testing;

import dev.wayfare.Modules;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.db.TestFolders;
import dev.wayfare.http.Role;
import dev.wayfare.http.SessionCookie;
import dev.wayfare.identity.Identity;
import dev.wayfare.identity.Organization;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.kernel.SealedBox;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A whole server on a free port, with a database, a stepping clock and seeded ids.
public final class TestServer implements AutoCloseable {

  private final TestDatabase database;
  private final SteppingClock clock;
  private final SealedBox box;
  private final ConfigurableApplicationContext context;
  private final boolean first;

  private TestServer(
      TestDatabase database,
      SteppingClock clock,
      SealedBox box,
      ConfigurableApplicationContext context,
      boolean first) {
    this.database = database;
    this.clock = clock;
    this.box = box;
    this.context = context;
    this.first = first;
  }

  /// `more` are configurations that a test adds to the application.
  public static TestServer start(Class<?>... more) {
    return start(List.of("springdoc.api-docs.enabled=false"), more);
  }

  public static TestServer start(List<String> properties, Class<?>... more) {
    var database = TestDatabase.fresh();
    var clock = new SteppingClock();
    var box = SealedBox.inDataFolder(TestFolders.passing());
    return new TestServer(
        database, clock, box, run(database, clock, box, 7, properties, more), true);
  }

  /// Another process of the same installation: the same database, clock and keys. Closed first.
  public TestServer another() {
    var properties = List.of("springdoc.api-docs.enabled=false");
    return new TestServer(database, clock, box, run(database, clock, box, 17, properties), false);
  }

  private static ConfigurableApplicationContext run(
      TestDatabase database,
      SteppingClock clock,
      SealedBox box,
      int seed,
      List<String> properties,
      Class<?>... more) {
    var sources = Stream.concat(Stream.of(Modules.class), Stream.of(more)).toArray(Class<?>[]::new);
    return new SpringApplicationBuilder(sources)
        .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
        .properties("logging.level.root=warn", "spring.threads.virtual.enabled=true")
        .properties(properties.toArray(String[]::new))
        .initializers(
            (GenericApplicationContext beans) -> {
              beans.registerBean(DatabaseSettings.class, database::settings);
              beans.registerBean(PublicUrl.class, () -> new PublicUrl("https://wayfare.example"));
              beans.registerBean(InstantSource.class, () -> clock);
              beans.registerBean(Ids.class, () -> new RandomIds(clock, new Random(seed)));
              beans.registerBean(SealedBox.class, () -> box);
              beans.registerBean(OutboundPolicy.class, () -> OutboundPolicy.of("127.0.0.1"));
              beans.registerBean(ReachOwn.class, () -> OwnPort.of(beans));
            })
        .run();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public DataSource dataSource() {
    return database.dataSource();
  }

  /// For a command that works on the database itself.
  public String databaseUrl() {
    return database.url();
  }

  public SteppingClock clock() {
    return clock;
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  public Organization organization() {
    return bean(Identity.class).firstOrganization();
  }

  public Client anonymous() {
    return new Client(port(), List.of());
  }

  public Client owner() {
    return signIn(bean(Identity.class).newOwnerLink().path());
  }

  /// A new person with this role, signed in.
  public Client signedIn(Role role) {
    organization();
    var body =
        owner()
            .post("/api/v1/people", "{\"name\": \"Ada\", \"role\": \"%s\"}".formatted(role.word()));
    return signIn(body.text("/sign_in_link/path"));
  }

  public Client signIn(String path) {
    var answer = anonymous().post(path, "");
    var cookie = bean(SessionCookie.class);
    var headers =
        List.of(
            "Cookie",
            cookie.name() + "=" + answer.cookie(cookie.name()),
            "X-CSRF-Token",
            answer.cookie(cookie.csrfName()));
    return new Client(port(), headers);
  }

  public Client token(Role role, String... scopes) {
    var made =
        bean(Identity.class).makeToken(organization().id(), "a program", role, List.of(scopes));
    return anonymous().with("Authorization", "Bearer " + made.token().reveal());
  }

  @Override
  public void close() {
    context.close();
    if (first) {
      database.close();
    }
  }
}
