package dev.wayfare.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as Twilio does: HMAC-SHA1 over the URL and the sorted fields. One for each thread.
final class Signer {
  private final Mac mac;
  private final byte[] url;

  Signer(String token, String url) {
    try {
      this.mac = Mac.getInstance("HmacSHA1");
      this.mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1 is part of every Java.", e);
    }
    this.url = url.getBytes(UTF_8);
  }

  /// @param content names and values, sorted by name
  String sign(String content) {
    mac.update(url);
    return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
  }
}
