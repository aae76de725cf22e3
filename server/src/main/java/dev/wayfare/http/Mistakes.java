package dev.wayfare.http;

import java.util.ArrayList;
import java.util.List;

/// Collects everything that is wrong with a request, so that it is all said at once.
public final class Mistakes {

  private final List<Mistake> found = new ArrayList<>();

  public Mistakes add(String code, String path, String message, String fix) {
    found.add(new Mistake(code, path, message, fix));
    return this;
  }

  /// Text that must be there and no longer than `most` characters.
  public Mistakes text(String path, String value, int most) {
    if (value.isBlank()) {
      add("value_missing", path, "Expected a text in %s, found none.".formatted(path), "");
    } else if (value.length() > most) {
      add(
          "value_too_long",
          path,
          "Expected at most %d characters in %s, found %d.".formatted(most, path, value.length()),
          "Shorten it.");
    }
    return this;
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
