package dev.wayfare.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is to be done, or was done, with the people who were in the middle of journeys when a
/// release took over or an app was taken down.
///
/// @param below journeys on releases with a smaller number are meant
/// @param passes how often all of them were looked at
/// @param taken how many were moved, restarted or ended so far
/// @param kept who stays as they are, as of the last look at all
public record PeopleMove(
    UUID id,
    UUID deployment,
    int below,
    PeoplePolicy policy,
    State state,
    Instant due,
    int passes,
    int taken,
    List<Kept> kept,
    Optional<Instant> doneAt) {

  public PeopleMove {
    kept = List.copyOf(kept);
  }

  public enum State {
    WAITING,
    DONE,
    /// Another release came with a choice of its own.
    REPLACED
  }

  /// How many journeys stay for one reason, at one place of the app they are on.
  public record Kept(String code, String place, String text, int journeys) {}
}
