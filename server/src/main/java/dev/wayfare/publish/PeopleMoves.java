package dev.wayfare.publish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Remembers what is to be done with people in the middle. The runtime, which knows them, does it.
public interface PeopleMoves {

  /// Within the switch. What was planned before and waits still is replaced.
  void plan(UUID deployment, int below, PeoplePolicy policy, Instant due, Instant now);

  /// What is due and nobody is at, leased.
  List<PeopleMove> take(Instant now, Instant leasedUntil, int most);

  void renew(PeopleMove move, Instant leasedUntil, int taken);

  /// All were looked at, and some shall be looked at again.
  void again(PeopleMove move, List<PeopleMove.Kept> kept, Instant due);

  /// All were looked at for the last time.
  void done(PeopleMove move, List<PeopleMove.Kept> kept, Instant now);

  /// Of one profile, newest first.
  List<PeopleMove> of(UUID profile, int most);
}
