package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Twilio's signature: HMAC-SHA1, keyed by the account's token, over the URL and what was posted.
///
/// Twilio signs the URL with or without its port, depending on scheme and age of the number, so
/// both are tried. Every comparison takes the same time, whatever it finds.
record TwilioSignature(String token) {

  /// @param content the sorted fields of a form, or nothing for a body that the URL's own hash
  ///     covers
  boolean matches(String presented, String url, String content) {
    return same(presented, sign(url, content)) || same(presented, sign(otherPort(url), content));
  }

  /// Whether a JSON body is the one that the signed URL names by its SHA-256.
  static boolean bodyMatches(String presentedHex, byte[] body) {
    var hash = HexFormat.of().formatHex(digest(body));
    return same(presentedHex, hash);
  }

  String sign(String url, String content) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      mac.update(url.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1 is part of every Java.", e);
    }
  }

  /// The same URL without its port, or with the port that its scheme implies.
  static String otherPort(String url) {
    var start = url.indexOf("://") + 3;
    var path = endOfAuthority(url, start);
    var host = Math.max(start, url.lastIndexOf('@', path) + 1);
    var colon = url.lastIndexOf(':', path);
    var ported = colon > host && url.indexOf(']', colon) < 0;
    if (ported) {
      return url.substring(0, colon) + url.substring(path);
    }
    return url.substring(0, path)
        + (url.startsWith("https:") ? ":443" : ":80")
        + url.substring(path);
  }

  private static int endOfAuthority(String url, int from) {
    var i = from;
    while (i < url.length() && "/?#".indexOf(url.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static boolean same(String presented, String expected) {
    return MessageDigest.isEqual(presented.getBytes(ISO_8859_1), expected.getBytes(ISO_8859_1));
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every Java.", e);
    }
  }

  /// Never the token.
  @Override
  public String toString() {
    return "TwilioSignature";
  }
}
