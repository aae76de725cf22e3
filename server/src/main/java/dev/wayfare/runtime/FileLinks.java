package dev.wayfare.runtime;

import dev.wayfare.channel.web.FileDoor.LinkedFile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Links to files, by words that nobody can guess, and the end of both.
interface FileLinks {

  /// A link to a file of a journey; false when there is no such file.
  boolean add(UUID deployment, UUID journey, UUID file, String word, Instant expires);

  /// Empty when the link is over, or its file is gone.
  Optional<LinkedFile> find(String word, Instant now);

  /// Removes a file with its links, if it is there.
  void remove(UUID deployment, UUID journey, UUID file);

  /// Forgets the files of journeys whose time is over, and links that are.
  int sweep(Instant now);
}
