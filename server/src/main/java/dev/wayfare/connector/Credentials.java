package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.kernel.Secret;
import java.util.Base64;

/// The headers that sign a call.
final class Credentials {
  private static final String NAME = "Authorization";

  private Credentials() {}

  static Field basic(String user, String password) {
    var pair = (user + ":" + password).getBytes(UTF_8);
    return new Field(NAME, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  static Field bearer(Secret token) {
    return new Field(NAME, "Bearer " + token.reveal());
  }
}
