package dev.wayfare.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a request, so that it is all said at once.
public final class Mistakes {

  private final List<Mistake> found = new ArrayList<>();

  public Mistakes add(String code, String path, String message, String fix) {
    found.add(new Mistake(code, path, message, fix));
    return this;
  }

  /// A text that must be there and no longer than `most` characters; what is around it is cut off.
  public String text(String path, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      add("value_missing", path, "Expected a text in %s, found none.".formatted(path), "");
      return "";
    }
    var text = value.strip();
    if (text.length() > most) {
      add(
          "value_too_long",
          path,
          "Expected at most %d characters in %s, found %d.".formatted(most, path, text.length()),
          "Shorten it.");
    }
    return text;
  }

  /// A time with its zone; empty where there is none, or it was noted as wrong.
  public Optional<Instant> moment(String path, @Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeParseException _) {
      add(
          "value_unexpected",
          path,
          "Expected a time with its zone, as 2030-05-17T18:00:00Z, found \"%s\"."
              .formatted(written),
          "");
      return Optional.empty();
    }
  }

  /// A value that must be there; `instead` stands in for it until the request is refused.
  public <T> T present(String path, @Nullable T value, T instead) {
    if (value == null) {
      add("value_missing", path, "Expected a value in %s, found none.".formatted(path), "");
      return instead;
    }
    return value;
  }

  public boolean any() {
    return !found.isEmpty();
  }

  public void refuseIfAny() {
    if (any()) {
      throw ProblemException.unprocessable(found);
    }
  }
}
