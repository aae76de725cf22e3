package dev.wayfare.identity;

import dev.wayfare.http.Mistakes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an email address out of a request.
final class Emails {

  private static final Pattern SHAPE = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int LONGEST = 254;

  private Emails() {}

  static Optional<String> read(String path, @Nullable String value, Mistakes mistakes) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    var email = value.strip();
    if (email.length() > LONGEST || !SHAPE.matcher(email).matches()) {
      mistakes.add(
          "email_invalid", path, "Expected an email address like name@example.com.", "Correct it.");
    }
    return Optional.of(email);
  }
}
