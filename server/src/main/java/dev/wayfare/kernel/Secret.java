package dev.wayfare.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A text that prints as `•••`: in a log, in a message, in JSON. Only `reveal` gives it away, so
/// that every place that does is found by its name.
public final class Secret {

  private static final String MASK = "•••";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  @JsonCreator
  public static Secret of(String text) {
    return new Secret(text);
  }

  public String reveal() {
    return text;
  }

  @Override
  @JsonValue
  public String toString() {
    return MASK;
  }

  /// Takes the same time wherever the two differ.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(Fingerprint.bytes(text), Fingerprint.bytes(secret.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
