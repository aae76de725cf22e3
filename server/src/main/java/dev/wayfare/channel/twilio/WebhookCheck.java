package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a webhook and believes it only when the account that owns the number has signed it.
///
/// The signed address is the configured public one, since a proxy may stand in front; for callers
/// on this machine the address as they wrote it counts too.
final class WebhookCheck {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final String BODY_HASH = "bodySHA256";

  private final CarrierAccounts accounts;
  private final PublicUrl publicUrl;
  private final JsonMapper json;

  WebhookCheck(CarrierAccounts accounts, PublicUrl publicUrl, JsonMapper json) {
    this.accounts = accounts;
    this.publicUrl = publicUrl;
    this.json = json;
  }

  /// @param ours which field holds our number, whose account must have signed
  Verdict check(HttpServletRequest request, Function<Fields, String> ours) throws IOException {
    if (request.getContentLengthLong() > LARGEST_BODY) {
      return tooLarge();
    }
    var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return tooLarge();
    }
    var isJson = isJson(request);
    var parsed = isJson ? parseJson(body) : Fields.parse(body);
    if (parsed.isEmpty()) {
      return malformed(isJson ? "The body is not a JSON object." : "The body is not a form.");
    }
    var fields = parsed.get();
    var field = ours.apply(fields);
    var number = fields.get(field).flatMap(PhoneNumber::parse);
    if (number.isEmpty()) {
      return malformed("The field " + field + " is not a phone number.");
    }
    var account = accounts.forNumber(number.get()).filter(a -> a.kind().equals(TwilioCarrier.KIND));
    if (account.isEmpty()) {
      return new Verdict.Turned(404, "No number of this server is meant.");
    }
    return signed(request, account.get(), isJson ? Optional.empty() : Optional.of(fields), body)
        ? new Verdict.Genuine(fields)
        : new Verdict.Turned(403, "The signature does not match this request.");
  }

  /// @param form the fields that the signature covers; a JSON body is covered by its hash in the
  ///     URL
  private boolean signed(
      HttpServletRequest request, CarrierAccount account, Optional<Fields> form, byte[] body) {
    var presented = request.getHeader("X-Twilio-Signature");
    if (presented == null || account.secret().isEmpty()) {
      return false;
    }
    if (form.isEmpty() && !bodyHash(request).filter(h -> hashMatches(h, body)).isPresent()) {
      return false;
    }
    var content = form.map(Fields::signed).orElse("");
    var signature = new TwilioSignature(account.secret());
    return urls(request).stream().anyMatch(url -> signature.matches(presented, url, content));
  }

  private static boolean hashMatches(String presented, byte[] body) {
    return TwilioSignature.bodyMatches(presented.toLowerCase(Locale.ROOT), body);
  }

  private List<String> urls(HttpServletRequest request) {
    var query = request.getQueryString();
    var path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    var urls = new ArrayList<String>(2);
    urls.add(publicUrl.at(path));
    var host = request.getHeader("Host");
    if (host != null && onThisMachine(request.getRemoteAddr())) {
      urls.add(request.getScheme() + "://" + host + path);
    }
    return urls;
  }

  private static boolean onThisMachine(String address) {
    return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
  }

  private static Optional<String> bodyHash(HttpServletRequest request) {
    var query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Fields.parse(query.getBytes(US_ASCII)).flatMap(fields -> fields.get(BODY_HASH));
  }

  private static boolean isJson(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "application/json", 0, 16);
  }

  private Optional<Fields> parseJson(byte[] body) {
    try {
      var tree = json.readTree(body);
      if (!tree.isObject()) {
        return Optional.empty();
      }
      return Optional.of(
          new Fields(
              tree.properties().stream()
                  .filter(entry -> entry.getValue().isValueNode() && !entry.getValue().isNull())
                  .map(entry -> new Fields.Field(entry.getKey(), entry.getValue().asString()))
                  .toList()));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Verdict malformed(String why) {
    return new Verdict.Turned(400, why);
  }

  private static Verdict tooLarge() {
    return new Verdict.Turned(413, "A webhook has at most 64 kB.");
  }
}
