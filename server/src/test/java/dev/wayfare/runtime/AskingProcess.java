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

/// A second server on a world's database, in a process of its own that can be killed.
final class AskingProcess {
  private AskingProcess() {}

  /// Database, key folder, port, service, whether to hold before the call.
  public static void main(String... arguments) {
    System.setProperty(Outward.SERVICE, arguments[3]);
    System.setProperty(Outward.HOLD, arguments[4]);
    var clock = InstantSource.system();
    new SpringApplicationBuilder(Modules.class, Outward.class)
        .properties("server.port=" + arguments[2], "server.address=127.0.0.1")
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
    System.out.println("READY");
  }
}
