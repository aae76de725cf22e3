package dev.wayfare.identity;

import dev.wayfare.kernel.Secret;
import java.time.Instant;

/// A link that signs one person in, once, until it expires.
public record SignInLink(Secret code, Instant expiresAt) {

  /// The path on this server; it is as good as a password until it is used.
  public String path() {
    return "/sign-in/" + code.reveal();
  }
}
