package dev.wayfare.channel.web;

import java.util.Optional;

/// What answers links to files (`/f/{word}`).
@FunctionalInterface
public interface FileDoor {

  /// The file behind a link that still lives.
  Optional<LinkedFile> byLink(String word);

  /// @param name a word to show, never a path
  /// @param type its media type, read from its content when it came in
  record LinkedFile(String name, String type, byte[] content) {}
}
