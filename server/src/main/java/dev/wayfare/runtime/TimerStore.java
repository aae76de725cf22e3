package dev.wayfare.runtime;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Timers of journeys. They are set and dropped by the turns' own statements.
interface TimerStore {

  /// Takes timers that are due, for as long as the lease lasts.
  List<Due> take(Instant now, Instant leaseUntil, int most);

  /// The timer has nothing to wake any more.
  void drop(Due timer);

  void again(Due timer, Instant due, String why);

  void dead(Due timer, Instant now, String why);

  /// A timer whose time has come. `setFor` is the moment the journey knows it by.
  record Due(UUID deployment, UUID journey, String name, Instant setFor, int tries) {}
}
