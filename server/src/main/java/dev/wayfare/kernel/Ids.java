package dev.wayfare.kernel;

import java.util.UUID;

/// Where new ids and unguessable words come from. It comes through the door, so that a test can
/// bring its own.
public interface Ids {

  /// A new id that sorts by the time it was made (UUID version 7).
  UUID next();

  /// A random word of `length` characters out of `A-Z a-z 0-9 - _`: six bits each, safe in a URL.
  String word(int length);
}
