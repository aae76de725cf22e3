package dev.wayfare.testing;

import dev.wayfare.connector.ReachOwn;
import java.net.URI;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;

/// How a server under test reaches itself, since its public URL leads nowhere.
public final class OwnPort {
  private OwnPort() {}

  public static ReachOwn of(GenericApplicationContext server) {
    return () ->
        Optional.of(
            URI.create(
                "http://127.0.0.1:"
                    + server.getEnvironment().getRequiredProperty("local.server.port")));
  }
}
