package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// `POST /hooks/twilio/call/status`: how far a call has come. Only its end is news.
final class CallEndHook extends Hook {

  static final String PATH = CallHook.PATH + "/status";

  private final transient CallDoor door;

  CallEndHook(WebhookCheck check, CallDoor door) {
    super(check, CallEventHook::ours);
    this.door = door;
  }

  @Override
  void handle(Fields fields, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var sid = fields.filled("CallSid");
    var status = fields.filled("CallStatus");
    if (sid.isEmpty() || status.isEmpty()) {
      say(response, 400, "A status has the fields CallSid and CallStatus.");
      return;
    }
    var end = end(status.get());
    if (end.isPresent()) {
      var over = new Input.HungUp(end.get(), length(fields));
      var placed = CallEventHook.placed(CallEventHook.query(request));
      var event = new CallEvent(TwilioCarrier.KIND, sid.get(), sid.get() + ":end", over, placed);
      if (door.happened(event) instanceof CallReply.Unavailable) {
        CallAnswer.unavailable(response);
        return;
      }
    }
    response.setStatus(204);
  }

  /// A call ends once; every other status is on the way there.
  static Optional<CallEnd> end(String status) {
    return switch (status) {
      case "completed" -> Optional.of(CallEnd.COMPLETED);
      case "busy" -> Optional.of(CallEnd.BUSY);
      case "no-answer", "canceled" -> Optional.of(CallEnd.NO_ANSWER);
      case "failed" -> Optional.of(CallEnd.FAILED);
      default -> Optional.empty();
    };
  }

  private static Duration length(Fields fields) {
    return fields
        .get("CallDuration")
        .filter(text -> !text.isEmpty() && text.length() <= 7)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }
}
