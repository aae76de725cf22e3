package dev.wayfare.channel.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// A file that every page shares, under a name that changes with its content, so that a browser may
/// keep it for ever.
record Asset(String name, String type, byte[] plain, byte[] gzip) {

  static Asset of(String folder, String base, String ending, String type) {
    var path = folder + base + "." + ending;
    try (var in = Asset.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing " + path);
      }
      var bytes = in.readAllBytes();
      var hash = HexFormat.of().formatHex(sha256(bytes), 0, 6);
      return new Asset(base + "." + hash + "." + ending, type, bytes, gzip(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (var zip = new GZIPOutputStream(out, 4096)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// As a content security policy names an inline style: `'sha256-…'`.
  static String policyHash(String text) {
    var hash = sha256(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
