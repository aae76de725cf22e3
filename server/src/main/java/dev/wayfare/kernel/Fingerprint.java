package dev.wayfare.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, as bytes for a database column and as lower-case hex for people.
public final class Fingerprint {

  private Fingerprint() {}

  public static byte[] bytes(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static byte[] bytes(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(bytes(content));
  }

  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }
}
