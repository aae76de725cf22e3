package dev.wayfare.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.connector.Field;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.kernel.Secret;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// A program of the organization's own. The signature covers the moment and the body, so that
/// neither can be changed and an old one cannot be sent again; see docs/alerts.md.
final class Webhook implements Destination {
  static final String SIGNATURE = "Wayfare-Signature";
  static final String DELIVERY = "Wayfare-Delivery";
  private static final JsonMapper JSON = new JsonMapper();

  private final Posting posting;
  private final InstantSource clock;

  Webhook(OutboundCalls calls, InstantSource clock) {
    this.posting = new Posting(calls);
    this.clock = clock;
  }

  @Override
  public NotifierKind kind() {
    return NotifierKind.WEBHOOK;
  }

  @Override
  public Came send(Notifier.Open notifier, Message message, UUID id) {
    var body = JSON.writeValueAsString(payload(message, id));
    var at = clock.instant().getEpochSecond();
    var headers =
        List.of(
            new Field(SIGNATURE, "t=%d,v1=%s".formatted(at, sign(notifier.secret(), at, body))),
            new Field(DELIVERY, id.toString()));
    return posting.post(notifier.notifier().settings().url(), headers, body);
  }

  private static String sign(Secret key, long at, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((at + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static Map<String, Object> payload(Message message, UUID id) {
    var all = new LinkedHashMap<String, Object>();
    all.put("format", 1);
    all.put("id", id.toString());
    message.alert().ifPresent(alert -> all.put("alert", alert.toString()));
    all.put("news", message.news().word());
    all.put("kind", message.kind().word());
    all.put("title", Wording.title(message));
    all.put("text", (Wording.text(message) + " " + Wording.news(message)).strip());
    all.put("code", message.code());
    all.put("flow", message.flow());
    all.put("step", message.step());
    all.put("app", message.app());
    all.put("profile", message.profile());
    all.put("version", message.version());
    all.put("release", message.release());
    all.put("first_version", message.firstVersion());
    all.put("count", message.count());
    all.put("total", message.total());
    all.put("window_seconds", Grouping.WINDOW.toSeconds());
    all.put("first_seen_at", message.firstSeen().toString());
    all.put("last_seen_at", message.lastSeen().toString());
    all.put("link", message.link());
    return all;
  }
}
