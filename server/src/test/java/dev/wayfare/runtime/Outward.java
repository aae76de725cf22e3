package dev.wayfare.runtime;

import dev.wayfare.connector.Authorization;
import dev.wayfare.connector.BaseAddress;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailServer;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// What the slots of test apps are bound to: the [Service] and the mail server that system
/// properties name. `wayfare.test.hold` stops a process for ever right before it calls; a slot
/// called `broken` fails as only our own mistakes do.
@Configuration(proxyBeanMethods = false)
class Outward {
  static final String SERVICE = "wayfare.test.service";
  static final String MAIL_PORT = "wayfare.test.mail";
  static final String HOLD = "wayfare.test.hold";
  static final Duration LIMIT = Duration.ofSeconds(5);

  @Bean
  ChainLimits chainLimits() {
    return new ChainLimits(LIMIT, LIMIT, LIMIT, LIMIT);
  }

  @Bean
  @Primary
  Connections connections() {
    return new Connections() {
      @Override
      public Optional<HttpConnection> http(SealedRelease release, String slot) {
        if (slot.equals("broken")) {
          throw new IllegalStateException("a fault of ours");
        }
        while (Boolean.getBoolean(HOLD)) {
          System.out.println("HOLDING");
          LockSupport.park();
        }
        var base = new BaseAddress(System.getProperty(SERVICE));
        return slot.equals("nowhere")
            ? Optional.empty()
            : Optional.of(new HttpConnection(base, new Authorization.None()));
      }

      @Override
      public Optional<MailServer> mail(SealedRelease release, String slot) {
        var settings =
            Map.of(
                "host", "127.0.0.1",
                "port", System.getProperty(MAIL_PORT, "1"),
                "security", "none",
                "from", "desk@example.com");
        return MailServer.read(settings, Optional.empty()) instanceof MailServer.Reading.Good good
            ? Optional.of(good.server())
            : Optional.empty();
      }
    };
  }
}
