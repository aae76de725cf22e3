package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a webhook and believes it only when the account that owns the number has signed it. Who
/// cannot sign learns nothing, not even which numbers are ours.
///
/// The signed address is the configured public one, whatever a proxy in front says of itself; for
/// programs on this machine that come without one, the loopback address as they wrote it counts
/// too.
final class WebhookCheck {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final String BODY_HASH = "bodySHA256";
  private static final CarrierAccount NOBODY =
      new CarrierAccount(
          new UUID(0, 0),
          new OrganizationId(new UUID(0, 0)),
          TwilioCarrier.KIND,
          Map.of(),
          "nobody's");
  private static final List<String> TOLD_BY_PROXIES =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto");

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
    var announced = request.getContentLengthLong();
    if (announced > LARGEST_BODY) {
      return tooLarge();
    }
    // As many bytes as there are: asked for more, the stream would take 16 kB for a text of 200.
    var most = announced < 0 ? LARGEST_BODY + 1 : (int) announced;
    var body = request.getInputStream().readNBytes(most);
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
    var form = isJson ? Optional.<Fields>empty() : parsed;
    var owner = accounts.forNumber(number.get()).filter(WebhookCheck::isOurs);
    if (owner.isPresent()) {
      return signed(request, owner.get(), form, body) ? new Verdict.Genuine(fields) : unsigned();
    }
    // A number of the account that nobody registered here: its operator is told so, a stranger not.
    var named = named(fields);
    return signed(request, named.orElse(NOBODY), form, body) && named.isPresent()
        ? new Verdict.Turned(404, "No number of this server is meant.")
        : unsigned();
  }

  private static boolean isOurs(CarrierAccount account) {
    return account.kind().equals(TwilioCarrier.KIND);
  }

  /// The account that the request itself names. Without one a signature is checked all the same, so
  /// that it takes as long.
  private Optional<CarrierAccount> named(Fields fields) {
    var sid = fields.filled("AccountSid");
    return accounts.all().stream()
        .filter(account -> isOurs(account) && sid.isPresent())
        .filter(account -> account.setting("account_sid").equals(sid))
        .findFirst();
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
    if (host != null && isLoopback(host) && comesFromHere(request)) {
      urls.add(request.getScheme() + "://" + host + path);
    }
    return urls;
  }

  private static boolean comesFromHere(HttpServletRequest request) {
    var address = request.getRemoteAddr();
    return (address.startsWith("127.")
            || address.equals("0:0:0:0:0:0:0:1")
            || address.equals("::1"))
        && TOLD_BY_PROXIES.stream().allMatch(header -> request.getHeader(header) == null);
  }

  private static boolean isLoopback(String host) {
    return host.matches("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
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

  private static Verdict unsigned() {
    return new Verdict.Turned(403, "The signature does not match this request.");
  }

  private static Verdict malformed(String why) {
    return new Verdict.Turned(400, why);
  }

  private static Verdict tooLarge() {
    return new Verdict.Turned(413, "A webhook has at most 64 kB.");
  }
}
