package dev.wayfare.testing;

import dev.wayfare.Modules;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.kernel.SealedBox;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A whole server on a free port, over a database that the test brings: two of
/// them over one database are two processes.
public final class AppServer implements AutoCloseable {
  private static final AtomicInteger SEEDS = new AtomicInteger(11);

  private final ConfigurableApplicationContext context;

  private AppServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// `dataFolder` holds the key that secrets are sealed with.
  public static AppServer start(TestDatabase database, Path dataFolder) {
    var clock = new SteppingClock();
    return new AppServer(
        new SpringApplicationBuilder(Modules.class)
            .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
            .properties("logging.level.root=warn", "spring.threads.virtual.enabled=true")
            .properties("springdoc.api-docs.enabled=false")
            .initializers(
                (GenericApplicationContext beans) -> {
                  beans.registerBean(DatabaseSettings.class, database::settings);
                  beans.registerBean(InstantSource.class, () -> clock);
                  beans.registerBean(
                      Ids.class, () -> new RandomIds(clock, new Random(SEEDS.getAndIncrement())));
                  beans.registerBean(SealedBox.class, () -> SealedBox.inDataFolder(dataFolder));
                  beans.registerBean(
                      PublicUrl.class, () -> new PublicUrl("https://go.example.com"));
                  beans.registerBean(OutboundPolicy.class, () -> OutboundPolicy.of("127.0.0.1"));
                  beans.registerBean(ReachOwn.class, () -> OwnPort.of(beans));
                })
            .run());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// A program that may do everything.
  public Client admin() {
    return with(Role.ADMIN);
  }

  public Client with(Role role) {
    var identity = bean(Identity.class);
    var token =
        identity.makeToken(identity.firstOrganization().id(), "a program", role, List.of("*"));
    var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return new Client(port, List.of("Authorization", "Bearer " + token.token().reveal()));
  }

  @Override
  public void close() {
    context.close();
  }
}
