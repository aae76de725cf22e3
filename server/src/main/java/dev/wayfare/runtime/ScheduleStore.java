package dev.wayfare.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is decided about the moments of schedules, and the log of their runs.
interface ScheduleStore {

  /// The schedule of a deployment, by its trigger.
  record Key(UUID deployment, String trigger) {}

  /// A run as it is decided. `missed` moments before it do not run; one that `runs` not is only
  /// noted.
  record Planned(UUID id, Instant due, int missed, boolean runs) {}

  /// A run that is taken, for as long as the lease lasts.
  record Due(UUID deployment, UUID id, UUID release, String trigger, Instant due, int tries) {}

  /// Up to which moment it is decided what runs.
  Map<Key, Instant> decided(Collection<UUID> deployments);

  /// Decides, if nobody did since `seen` and the release is live. Nothing else is decided up to the
  /// last of these moments.
  void decide(Key schedule, UUID release, Optional<Instant> seen, List<Planned> runs, Instant now);

  /// Runs of releases that are no longer live do not begin any more.
  void supersede(Instant now);

  /// Takes runs of live releases that wait, or whose process died.
  List<Due> take(Instant now, Instant leaseUntil, int most);

  /// Within the transaction of the turn that ran. False: the lease was lost, another has it now.
  boolean ran(Due run, UUID journey, Optional<String> error, Instant now);

  void again(Due run, Instant at, String why);

  void dead(Due run, Instant now, String why);
}
