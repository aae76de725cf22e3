package dev.wayfare.runtime;

import dev.wayfare.flow.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a program's request needs to know before its turn.
interface RequestStore {

  /// @param answered what is remembered under the request's key
  /// @param growsUntil turns behind the request's own may still change the answer, this long
  /// @param open the open journey it is about; the one that moved last, where several are
  record Sight(
      Optional<List<String>> answered, Optional<Instant> growsUntil, Optional<Stored> open) {}

  /// One read. An empty key or value finds nothing.
  Sight look(UUID deployment, String key, Optional<Trigger.By> by, String value);

  /// Remembers what was answered under a key, or replaces it.
  void keep(UUID deployment, String key, List<String> answer, Instant now);
}
