package dev.wayfare.runtime;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Files that customers gave to a journey, kept beside it in the database: every process serves
/// them, and a backup has them.
interface UploadStore {

  /// Keeps a file. False when the journey has as many files, or as many bytes, as it may.
  boolean keep(
      UUID deployment, UUID journey, UUID id, Facts facts, InputStream content, Instant now);

  /// What is known of these files of one journey, by id; ids of no file are left out.
  Map<UUID, Facts> facts(UUID deployment, UUID journey, Collection<UUID> ids);

  /// The bytes of a file.
  Optional<byte[]> content(UUID deployment, UUID journey, UUID id);

  /// What a file is: the control it was given to, a name to show, its media type, its bytes' count.
  record Facts(String control, String name, String type, long size) {}
}
