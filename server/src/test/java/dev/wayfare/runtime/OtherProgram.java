package dev.wayfare.runtime;

import dev.wayfare.Modules;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.testing.OwnPort;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/// What the programs of an [OtherServer] have in common: the whole server, and one thing more.
final class OtherProgram {
  /// What it says when customers are answered; its port follows.
  static final String READY = "READY ";

  private OtherProgram() {}

  /// @param arguments database, key folder, and what only the program knows
  static void run(Class<?> more, String... arguments) {
    var clock = InstantSource.system();
    var server =
        new SpringApplicationBuilder(Modules.class, more)
            .properties("server.port=0", "server.address=127.0.0.1")
            .properties("spring.main.banner-mode=off", "spring.threads.virtual.enabled=true")
            .properties("springdoc.api-docs.enabled=false")
            .initializers(
                (GenericApplicationContext beans) -> {
                  beans.registerBean(
                      DatabaseSettings.class, () -> DatabaseSettings.external(arguments[0]));
                  beans.registerBean(InstantSource.class, () -> clock);
                  beans.registerBean(Ids.class, () -> new RandomIds(clock, new SecureRandom()));
                  beans.registerBean(
                      SealedBox.class, () -> SealedBox.inDataFolder(Path.of(arguments[1])));
                  beans.registerBean(OutboundPolicy.class, () -> OutboundPolicy.of("127.0.0.1"));
                  beans.registerBean(ReachOwn.class, () -> OwnPort.of(beans));
                  beans.registerBean(PublicUrl.class, () -> new PublicUrl(TestWorld.PUBLIC));
                })
            .run();
    System.out.println(READY + server.getEnvironment().getProperty("local.server.port"));
  }
}
