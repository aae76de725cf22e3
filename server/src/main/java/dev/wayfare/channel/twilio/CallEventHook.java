package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/// `POST /hooks/twilio/call/{moment}`: the call has come to a moment at which it asks what is next.
///
/// What was keyed stands in the body alone, never in an address, and is handed on without being
/// written anywhere. (Twilio's own log keeps it unless the account is in PCI mode.)
final class CallEventHook extends Hook {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final CallMoment moment;
  private final transient CallDoor door;
  private final transient PublicUrl publicUrl;

  CallEventHook(CallMoment moment, WebhookCheck check, PublicUrl publicUrl, CallDoor door) {
    super(check, CallEventHook::ours);
    this.moment = moment;
    this.publicUrl = publicUrl;
    this.door = door;
  }

  /// Our number is where the call goes to, unless it is we who call.
  static String ours(Fields fields) {
    return fields.get("Direction").orElse("").startsWith("outbound") ? "From" : "To";
  }

  @Override
  void handle(Fields fields, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var sid = fields.filled("CallSid");
    var query = query(request);
    var step = query.get("step").map(CallEventHook::step).orElse(OptionalLong.empty());
    if (sid.isEmpty() || step.isEmpty()) {
      say(response, 400, "A call has the field CallSid, and a step in its address.");
      return;
    }
    var at = step.getAsLong();
    var ours = fields.get(ours(fields)).flatMap(PhoneNumber::parse).orElseThrow();
    var key = sid.get() + ":" + at + ":" + moment.word();
    var event =
        new CallEvent(TwilioCarrier.KIND, sid.get(), key, moment.read(fields), placed(query));
    CallAnswer.write(door.happened(event), new Ahead(publicUrl, ours, at), response);
  }

  static Fields query(HttpServletRequest request) {
    var query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Fields.parse(query.getBytes(US_ASCII)).orElseThrow();
  }

  /// The key that a call of ours was placed with.
  static Optional<UUID> placed(Fields query) {
    return query.filled("placed").filter(key -> KEY.matcher(key).matches()).map(UUID::fromString);
  }

  private static OptionalLong step(String digits) {
    var fits = !digits.isEmpty() && digits.length() <= 9;
    return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
