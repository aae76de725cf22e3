package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// Writes the replies that Twilio reads from the response: the same texts give the same bytes.
final class TwiML {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private TwiML() {}

  /// One `Message` per text; none at all is an empty `Response`, which says nothing.
  static byte[] messages(List<String> bodies) {
    if (bodies.isEmpty()) {
      return (HEAD + "<Response/>").getBytes(UTF_8);
    }
    var xml = new StringBuilder(256).append(HEAD).append("<Response>");
    for (var body : bodies) {
      message(xml, body);
    }
    return xml.append("</Response>").toString().getBytes(UTF_8);
  }

  private static void message(StringBuilder xml, String body) {
    var start = xml.append("<Message>").length();
    escape(xml, body);
    if (xml.length() == start) {
      xml.setLength(start - 1);
      xml.append("/>");
    } else {
      xml.append("</Message>");
    }
  }

  /// Signs that XML 1.0 cannot carry, even escaped, are left out: no reader would take the whole.
  /// What is escaped without need is so because Twilio's own writer does.
  private static void escape(StringBuilder xml, String text) {
    for (var i = 0; i < text.length(); ) {
      var sign = text.codePointAt(i);
      i += Character.charCount(sign);
      switch (sign) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '\r' -> xml.append("&#13;");
        default -> {
          if (sign >= 0x10000 || (sign >= 0x7f && sign <= 0x9f)) {
            xml.append("&#").append(sign).append(';');
          } else if (legal(sign)) {
            xml.append((char) sign);
          }
        }
      }
    }
  }

  private static boolean legal(int sign) {
    return (sign >= ' ' && sign <= 0xd7ff)
        || sign == '\n'
        || sign == '\t'
        || (sign >= 0xe000 && sign <= 0xfffd);
  }
}
