package dev.wayfare.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/// The place in a list where the next page begins, as one opaque word.
public final class Cursor {

  private static final String BETWEEN = "\u001f";

  private Cursor() {}

  public static String encode(Object... parts) {
    var joined = String.join(BETWEEN, List.of(parts).stream().map(Object::toString).toList());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
  }

  static List<String> decode(String cursor) {
    try {
      return List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(BETWEEN, -1));
    } catch (IllegalArgumentException _) {
      throw invalid();
    }
  }

  static ProblemException invalid() {
    var message = "The cursor is not one that this list gave out.";
    return ProblemException.of(400, "cursor_invalid", "The cursor cannot be used", message)
        .withErrors(
            List.of(
                new Mistake(
                    "cursor_invalid", "cursor", message, "Leave it out to begin at the start.")));
  }
}
