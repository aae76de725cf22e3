package dev.wayfare.connector;

import java.util.regex.Pattern;

/// What may stand in an email's headers.
final class EmailText {
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private EmailText() {}

  /// Plain addresses only: no quotes, no comments, no names around them.
  static boolean address(String text) {
    var at = text.lastIndexOf('@');
    return at > 0
        && LOCAL.matcher(text.substring(0, at)).matches()
        && !text.substring(at + 1).startsWith("[")
        && HostSpelling.good(text.substring(at + 1))
        && HostSpelling.literal(text.substring(at + 1)).isEmpty();
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// One line: what would end a header becomes a space.
  static String line(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }

  /// The type of an attachment, or the type of anything.
  static String mediaType(String type) {
    return TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }

  /// What a mail server replied, short and in one line.
  static String reply(String text) {
    var line = line(text);
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
