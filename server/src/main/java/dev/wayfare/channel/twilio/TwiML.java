package dev.wayfare.channel.twilio;

import java.util.List;

/// Writes the replies that Twilio reads from the response: the same texts give the same bytes.
final class TwiML {

  private TwiML() {}

  /// One `Message` per text; none at all is an empty `Response`, which says nothing.
  static byte[] messages(List<String> bodies) {
    var xml = new Xml().open("Response");
    bodies.forEach(body -> xml.open("Message").text(body).close());
    return xml.close().bytes();
  }
}
