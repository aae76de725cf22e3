package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML as Twilio's own writer does: what is escaped without need is so because theirs does.
/// Attributes are given in the order of their names.
///
/// Signs that XML 1.0 cannot carry, even escaped, are left out: no reader would take the whole.
final class Xml {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final StringBuilder xml = new StringBuilder(512).append(HEAD);
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  Xml open(String name) {
    endTag();
    xml.append('<').append(name);
    open.push(name);
    inTag = true;
    return this;
  }

  Xml with(String attribute, String value) {
    xml.append(' ').append(attribute).append("=\"");
    escape(value, true);
    xml.append('"');
    return this;
  }

  Xml with(String attribute, long value) {
    return with(attribute, Long.toString(value));
  }

  Xml text(String text) {
    if (text.codePoints().anyMatch(Xml::legal)) {
      endTag();
      escape(text, false);
    }
    return this;
  }

  Xml close() {
    var name = open.pop();
    if (inTag) {
      xml.append("/>");
      inTag = false;
    } else {
      xml.append("</").append(name).append('>');
    }
    return this;
  }

  byte[] bytes() {
    return xml.toString().getBytes(UTF_8);
  }

  private void endTag() {
    if (inTag) {
      xml.append('>');
      inTag = false;
    }
  }

  private void escape(String text, boolean quoted) {
    for (var i = 0; i < text.length(); ) {
      var sign = text.codePointAt(i);
      i += Character.charCount(sign);
      switch (sign) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '\r' -> xml.append("&#13;");
        case '"' -> xml.append(quoted ? "&quot;" : "\"");
        case '\n', '\t' -> {
          if (quoted) {
            xml.append("&#").append(sign).append(';');
          } else {
            xml.append((char) sign);
          }
        }
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
        || sign == '\r'
        || (sign >= 0xe000 && sign <= 0xfffd)
        || sign >= 0x10000;
  }
}
