package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The carrier's side of the webhooks: posts to a server as the carrier does, signed with the
/// account's secret for the address that the server has outside.
record Webhooks(HttpClient http, String base, String outside) {
  static final String ACCOUNT = "AC00000000000000000000000000000001";

  static final String SECRET = "a carrier's secret";
  private static final Pattern MESSAGE =
      Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);

  HttpResponse<String> text(String from, String to, String body, String sid) throws IOException {
    return post(
        "/hooks/twilio/text", Map.of("From", from, "To", to, "Body", body, "MessageSid", sid));
  }

  HttpResponse<String> post(String path, Map<String, String> fields) throws IOException {
    return post(path, fields, Map.of());
  }

  HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> headers)
      throws IOException {
    var signed = new StringBuilder(outside + path);
    var form = new ArrayList<String>();
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              signed.append(name).append(value);
              form.add(encoded(name) + "=" + encoded(value));
            });
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(signed.toString()))
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)));
    headers.forEach(request::setHeader);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The texts in an answer.
  static List<String> replies(String twiml) {
    var replies = new ArrayList<String>();
    var message = MESSAGE.matcher(twiml);
    while (message.find()) {
      replies.add(
          message.group(1).replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&"));
    }
    return replies;
  }

  static String encoded(String word) {
    return URLEncoder.encode(word, UTF_8);
  }

  private static String signature(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
