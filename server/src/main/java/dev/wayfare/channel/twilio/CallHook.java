package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/// `POST /hooks/twilio/call`: a call rings at a number of ours; what it does first is the response.
///
/// Twilio posts a webhook again with the same `I-Twilio-Idempotency-Token`. The call's sid and the
/// step in the address already say which webhook it is, and go on saying so when a fallback address
/// is asked with a token of its own, so the key is made of these.
final class CallHook extends Hook {

  static final String PATH = "/hooks/twilio/call";

  private final transient CallDoor door;
  private final transient PublicUrl publicUrl;

  CallHook(WebhookCheck check, PublicUrl publicUrl, CallDoor door) {
    super(check, "To");
    this.publicUrl = publicUrl;
    this.door = door;
  }

  @Override
  void handle(Fields fields, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var sid = fields.filled("CallSid");
    var from = fields.filled("From");
    if (sid.isEmpty() || from.isEmpty()) {
      say(response, 400, "A call has the fields From, To and CallSid.");
      return;
    }
    var caller = PhoneNumber.parse(from.get());
    if (caller.isEmpty()) {
      // Somebody without a number has no journey to go on with, and nobody to be.
      var words = "This number takes calls from phone numbers only. Goodbye.";
      write(response, 200, XML, CallScript.lastWords(words));
      return;
    }
    var ours = fields.get("To").flatMap(PhoneNumber::parse).orElseThrow();
    var key = sid.get() + ":0:rings";
    var call = new InboundCall(TwilioCarrier.KIND, sid.get(), key, caller.get(), ours);
    var mark = mark(request);
    var reply =
        mark.isPresent()
            ? announced(door.prove(call, mark.get()), response)
            : Optional.of(door.rings(call));
    if (reply.isPresent()) {
      CallAnswer.toRinging(reply.get(), new Ahead(publicUrl, ours, 0), response);
    }
  }
}
