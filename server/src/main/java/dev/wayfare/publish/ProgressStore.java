package dev.wayfare.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How far releases have come. A move names the state it moves from, so that of two who move one at
/// once only one does.
interface ProgressStore {

  /// @throws org.springframework.dao.DuplicateKeyException when another release of the deployment
  /// is on its way
  void open(Progress progress, Instant leasedUntil, Instant now);

  Optional<Progress> find(UUID release);

  /// The release of this deployment that is on its way.
  Optional<UUID> openIn(UUID deployment);

  /// False: it stands elsewhere by now, or it was to go live and somebody asked to take it back.
  boolean move(UUID release, ReleaseState from, ReleaseState to, Instant now);

  /// From here on requests with this mark are answered by it, until it comes to another state; all
  /// processes are told that it is coming.
  void mark(UUID release, byte[] hash);

  /// Those on their way whom nobody works on, and those live whom somebody left before the end;
  /// leased to the caller.
  List<UUID> takeLeft(Instant now, Instant leasedUntil, int most);

  void renew(UUID release, Instant leasedUntil);

  /// Nothing is left to do for it.
  void rest(UUID release);

  /// Asks whoever works on it to take it back; false when it is too late.
  boolean askCancel(UUID release);

  void note(UUID release, ReleaseStep step);

  /// Notes and renews in one.
  void note(UUID release, ReleaseStep step, Instant leasedUntil);

  /// In order.
  List<ReleaseStep> steps(UUID release);
}
