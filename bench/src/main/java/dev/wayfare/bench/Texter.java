package dev.wayfare.bench;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;

/// Posts texts as Twilio would, over one connection.
final class Texter implements AutoCloseable {
  private static final String BEFORE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>";
  private static final String BEHIND = "</Message></Response>";

  private final Signer signer;
  private final Wire wire;
  private final SplittableRandom random = new SplittableRandom();
  private final String head;

  Texter(Hook hook) throws IOException {
    this.signer = new Signer(hook.token(), hook.url());
    this.wire = new Wire(hook.port());
    this.head =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            .formatted(hook.path(), hook.port());
  }

  /// Says one line and hears the reply; what came instead, where it was not the one expected.
  Optional<String> say(String phone, Script.Line line) throws IOException {
    var answer = asks(phone, line.says());
    return answer.status() == 200 && answer.body().equals(BEFORE + line.expects() + BEHIND)
        ? Optional.empty()
        : Optional.of("To %s came %d %s".formatted(line.says(), answer.status(), answer.body()));
  }

  Wire.Answer asks(String phone, String says) throws IOException {
    return wire.exchange(request(phone, says, sid()));
  }

  /// The one text in an answer; empty where it is none.
  static Optional<String> reply(Wire.Answer answer) {
    var body = answer.body();
    return answer.status() == 200 && body.startsWith(BEFORE) && body.endsWith(BEHIND)
        ? Optional.of(body.substring(BEFORE.length(), body.length() - BEHIND.length()))
        : Optional.empty();
  }

  String request(String phone, String says, String sid) {
    var signature =
        signer.sign("Body" + says + "From" + phone + "MessageSid" + sid + "To" + Hook.NUMBER);
    var form =
        "From=%2B"
            + phone.substring(1)
            + "&To=%2B"
            + Hook.NUMBER.substring(1)
            + "&Body="
            + says.replace("@", "%40")
            + "&MessageSid="
            + sid;
    return head
        + "X-Twilio-Signature: "
        + signature
        + "\r\nContent-Length: "
        + form.length()
        + "\r\n\r\n"
        + form;
  }

  private String sid() {
    var hex = HexFormat.of();
    return "SM" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
