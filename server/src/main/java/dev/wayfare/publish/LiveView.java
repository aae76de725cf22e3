package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What customers get under a profile now. `changed` says that the draft differs from it.
///
/// @param rolledBack set from a rollback until the next publish
/// @param underway the release that is on its way
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LiveView(
    UUID profile,
    String name,
    String status,
    boolean live,
    boolean changed,
    Optional<Integer> version,
    Optional<Release> release,
    Optional<Instant> since,
    Optional<RolledBack> rolledBack,
    Optional<UUID> underway,
    List<LiveEntrance> entrances) {

  /// @param to the number of the release whose content came back
  /// @param from the version that was live before
  record RolledBack(int to, int from) {}
}
