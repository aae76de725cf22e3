package dev.wayfare.runtime;

import dev.wayfare.flow.TrailEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remembers journeys. Reading takes no lock; a commit writes only if the journey still stands
/// where it was read.
interface JourneyStore {

  /// One read, everything a text needs.
  Sighting byPhone(UUID deployment, String number, String phone, String key);

  Optional<Stored> byLink(String link);

  Optional<Stored> byId(UUID deployment, UUID journey);

  /// One statement. False: somebody else was first, nothing is written, run the turn again.
  boolean commit(Commit commit);

  /// Remembers a reply to a text that ran no turn, and with it whether the sender stopped (`true`),
  /// came back (`false`) or said neither. False: it was answered before.
  boolean answer(
      UUID deployment,
      String number,
      String phone,
      Commit.Answered answered,
      Optional<Boolean> stops,
      Instant now);

  /// Nothing will be added to this reply any more.
  void replyIsWhole(UUID deployment, String key);

  /// The reply under this key, once nothing will be added to it.
  Optional<List<String>> wholeReply(UUID deployment, String key);

  /// Open journeys of a deployment in the order of their ids, those after the given one.
  List<Stored> open(UUID deployment, UUID after, int most);

  /// Those of them that are on releases with a number below this one.
  List<Stored> openBelow(UUID deployment, int number, UUID after, int most);

  /// Open journeys whose time is over.
  List<Stored> overdue(Instant now, int most);

  /// Forgets replies from before; the carrier will not ask for them any more.
  int forgetAnswers(Instant before);

  /// The trail of one journey, in order.
  List<TrailTurn> trail(UUID deployment, UUID journey);

  /// One turn of a trail.
  record TrailTurn(int turn, Instant at, String kind, UUID release, List<TrailEntry> entries) {}
}
