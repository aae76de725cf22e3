package dev.wayfare.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remembers calls. What happens on one is written by its journey's turns; here are those that wait
/// for their carrier, and those that no turn is run for.
interface CallStore {

  /// One read, everything an event needs: by the carrier's own id, or by ours where the carrier
  /// hands it back.
  Optional<Known> byProvider(String carrier, String providerId, Optional<UUID> placed, String key);

  Optional<Known> byId(UUID deployment, UUID call);

  /// Takes calls that are to be placed, for as long as the lease lasts.
  List<Waiting> take(Instant now, Instant leaseUntil, int most);

  /// The carrier has it.
  void ringing(Waiting call, String carrier, String providerId);

  void again(Waiting call, Instant due, String why);

  /// A call is over, and no journey needs to know.
  void end(UUID deployment, UUID call, String ending, Optional<Duration> length, Instant now);

  /// Calls that began before and whose end nobody told us.
  List<Place> lost(Instant before, int most);

  /// The calls of a journey, oldest first; empty when these deployments have no such journey.
  Optional<List<View>> ofJourney(List<UUID> deployments, UUID journey);

  /// A call with the journey it belongs to, and the reply, if this very event was answered before,
  /// and until when it may still grow.
  record Known(
      Call call, Stored stored, Optional<List<String>> answered, Optional<Instant> growsUntil) {}

  /// Where a call is kept.
  record Place(UUID deployment, UUID call) {}

  enum State {
    WAITING,
    RINGING,
    GOING,
    ENDED
  }

  /// @param followed whether the journey listens to it; it never does to one that a later call took
  ///     the place of
  record Call(
      UUID deployment,
      UUID id,
      Optional<String> carrier,
      Optional<String> providerId,
      State state,
      boolean followed) {}

  /// A call to place. `tries` counts this one.
  record Waiting(
      UUID deployment,
      UUID id,
      String from,
      String to,
      Duration ring,
      boolean detectMachine,
      int tries,
      boolean wanted) {}

  /// A call as operators see it. `seconds` is its length once it is over.
  record View(
      UUID id,
      String direction,
      String from,
      String to,
      String state,
      Instant began,
      Optional<Instant> answered,
      Optional<Instant> ended,
      Optional<Integer> seconds,
      Optional<String> ending) {}
}
