package dev.wayfare.app;

import dev.wayfare.http.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Revisions as HTTP carries them: `ETag: "r12"` out, `If-Match: "r12"` in.
public final class Revisions {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?r(\\d{1,9})\"?");

  private Revisions() {}

  public static String tag(int revision) {
    return "\"r" + revision + "\"";
  }

  /// The revision the caller saw; empty for `*`, which overwrites whatever is there.
  public static Optional<Integer> required(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw ProblemException.of(
          428,
          "revision_missing",
          "Say which revision you saw",
          "Expected If-Match with the revision that this change is made on, as \"r12\"; or * to overwrite any.");
    }
    return seen(ifMatch);
  }

  static Optional<Integer> seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return Optional.empty();
    }
    var tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw ProblemException.of(
          400,
          "revision_invalid",
          "This is no revision",
          "Expected If-Match with a revision as \"r12\", found something else.");
    }
    return Optional.of(Integer.parseInt(tag.group(1)));
  }

  public static ProblemException moved(String noun, int current) {
    return ProblemException.of(
            412,
            noun + "_moved",
            "Somebody changed it in between",
            "The %s is at revision r%d now. Read it again, and make your change on that."
                .formatted(noun, current))
        .withHeader("ETag", tag(current));
  }
}
