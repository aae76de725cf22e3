package dev.wayfare.channel.twilio;

import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.TextDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/// `POST /hooks/twilio/status`: how far a text of ours has come.
final class StatusHook extends Hook {

  static final String PATH = "/hooks/twilio/status";

  private final transient TextDoor door;

  StatusHook(WebhookCheck check, TextDoor door) {
    super(check, "From");
    this.door = door;
  }

  @Override
  void handle(Fields fields, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var sid = fields.filled("MessageSid").or(() -> fields.filled("SmsSid"));
    var status = fields.filled("MessageStatus").or(() -> fields.filled("SmsStatus"));
    if (sid.isEmpty() || status.isEmpty()) {
      say(response, 400, "A status has the fields MessageSid and MessageStatus.");
      return;
    }
    var error = fields.filled("ErrorCode").filter(code -> !code.equals("0"));
    state(status.get())
        .map(state -> new DeliveryReport(TwilioCarrier.KIND, sid.get(), state, error))
        .ifPresent(door::delivered);
    response.setStatus(204);
  }

  /// A status that says nothing about delivery, or that we have never heard of, is no news.
  static Optional<DeliveryState> state(String status) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending" -> Optional.of(DeliveryState.QUEUED);
      case "sent" -> Optional.of(DeliveryState.SENT);
      case "delivered", "read" -> Optional.of(DeliveryState.DELIVERED);
      case "undelivered" -> Optional.of(DeliveryState.UNDELIVERED);
      case "failed", "canceled" -> Optional.of(DeliveryState.FAILED);
      default -> Optional.empty();
    };
  }
}
