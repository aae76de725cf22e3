package dev.wayfare.channel.twilio;

import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.Media;
import dev.wayfare.channel.OptWord;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `POST /hooks/twilio/text`: a customer's text, answered in the response.
///
/// Twilio posts a text again with the same `MessageSid` (and an `I-Twilio-Idempotency-Token` of its
/// own); the sid is what makes it the same text.
final class TextHook extends Hook {

  static final String PATH = "/hooks/twilio/text";

  private static final int MOST_MEDIA = 10;

  private final transient TextDoor door;

  TextHook(WebhookCheck check, TextDoor door) {
    super(check, "To");
    this.door = door;
  }

  @Override
  void handle(Fields fields, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var from = fields.filled("From");
    var sid = fields.filled("MessageSid").or(() -> fields.filled("SmsSid"));
    if (from.isEmpty() || sid.isEmpty()) {
      say(response, 400, "A text has the fields From, To and MessageSid.");
      return;
    }
    var sender = PhoneNumber.parse(from.get());
    if (sender.isEmpty()) {
      // Short codes and names send texts too, but nobody can answer them.
      write(response, 200, XML, TwiML.messages(List.of()));
      return;
    }
    var to = fields.get("To").flatMap(PhoneNumber::parse).orElseThrow();
    var text = read(fields, sender.get(), to, sid.get());
    var mark = mark(request);
    var reply =
        mark.isPresent()
            ? announced(door.prove(text, mark.get()), response)
            : Optional.of(door.hear(text));
    if (reply.isPresent()) {
      answer(reply.get(), response);
    }
  }

  private static InboundText read(Fields fields, PhoneNumber from, PhoneNumber to, String sid) {
    return new InboundText(
        TwilioCarrier.KIND,
        from,
        to,
        fields.get("Body").orElse(""),
        media(fields),
        sid,
        fields.filled("OptOutType").flatMap(TextHook::answered));
  }

  private static List<Media> media(Fields fields) {
    var media = new ArrayList<Media>();
    for (var i = 0; i < MOST_MEDIA; i++) {
      var url = fields.filled("MediaUrl" + i);
      if (url.isEmpty()) {
        break;
      }
      media.add(new Media(url.get(), fields.get("MediaContentType" + i).orElse("")));
    }
    return media;
  }

  private static Optional<OptWord> answered(String type) {
    return switch (type) {
      case "STOP" -> Optional.of(OptWord.STOP);
      case "START" -> Optional.of(OptWord.START);
      case "HELP" -> Optional.of(OptWord.HELP);
      default -> Optional.empty();
    };
  }

  private static void answer(TextReply reply, HttpServletResponse response) throws IOException {
    switch (reply) {
      case TextReply.Texts(var bodies) -> write(response, 200, XML, TwiML.messages(bodies));
      case TextReply.Closed(var body) -> write(response, 200, XML, TwiML.messages(List.of(body)));
      case TextReply.Unavailable() -> {
        response.setHeader("Retry-After", "5");
        say(response, 503, "Texts cannot be taken at the moment. Post this one again.");
      }
    }
  }
}
