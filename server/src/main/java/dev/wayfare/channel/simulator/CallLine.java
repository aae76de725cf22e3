package dev.wayfare.channel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/// One line of what was said on a call.
///
/// @param text the words, the address of a sound, or the keys
/// @param language in which it is spoken (`en-US`), empty where that does not matter
record CallLine(Who who, String text, String language, Instant at) {

  /// What stands for keys that nobody keeps; it does not even say how many they were.
  static final String SECRET = "•••";

  enum Who {
    APP,
    /// The app plays a sound.
    SOUND,
    PERSON,
    /// The person presses keys.
    KEYS,
    /// Somebody at the other end of a forwarded call.
    OTHER,
    /// What happens to the call.
    NOTE
  }

  CallLine {
    text = new String(text.replace("\u0000", "").getBytes(UTF_8), UTF_8);
  }
}
