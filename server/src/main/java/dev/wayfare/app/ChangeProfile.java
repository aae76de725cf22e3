package dev.wayfare.app;

import java.util.List;

/// What came of changing a profile.
public sealed interface ChangeProfile {

  record Changed(Profile profile) implements ChangeProfile {}

  /// Somebody changed it after the revision that the caller saw.
  record Moved(int current) implements ChangeProfile {}

  record NameTaken() implements ChangeProfile {}

  /// Something does not fit: each with where and what was expected.
  record Refused(List<Misfit> misfits) implements ChangeProfile {}

  record Misfit(String code, String place, String text, String wayOut) {}

  static ChangeProfile refused(String code, String place, String text, String wayOut) {
    return new Refused(List.of(new Misfit(code, place, text, wayOut)));
  }
}
