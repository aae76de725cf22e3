package dev.wayfare.connector;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/// TLS as this Java has it: its protocols, and the certificates that it trusts.
final class Tls {

  private Tls() {}

  static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no TLS.", e);
    }
  }
}
