package dev.wayfare.runtime;

import dev.wayfare.channel.Proven;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.util.Map;
import java.util.Optional;

/// What a release that is not live yet would answer: the first turn of a new journey, worked out in
/// memory. Nothing is remembered and nothing is done outside, so a turn that asks something stands
/// where it waits for the answer.
final class Proofs {
  private final LiveReleases releases;
  private final Turns turns;

  Proofs(LiveReleases releases, Turns turns) {
    this.releases = releases;
    this.turns = turns;
  }

  /// The release that is being proven under this mark.
  Optional<SealedRelease> marked(String mark) {
    return releases.marked(mark);
  }

  /// The first turn of a new journey. `asker` is the phone whose texts are the reply.
  Turns.Ran begin(
      SealedRelease release,
      Contact contact,
      Map<String, Object> start,
      Input input,
      Commit.Kind kind,
      Optional<String> asker) {
    var now = turns.now();
    var journey = turns.begin(release, contact, start, now);
    return turns.run(release, Optional.empty(), journey, input, kind, asker, now);
  }

  static <R> Proven<R> proven(Turns.Ran ran, R reply) {
    return new Proven<>(ran.release().id(), reply, trouble(ran));
  }

  /// The code of the first thing that went wrong and that nobody caught.
  static Optional<String> trouble(Turns.Ran ran) {
    for (var effect : ran.turn().effects()) {
      if (effect instanceof Effect.Incident(var trouble)) {
        return Optional.of(trouble.code());
      }
    }
    return Optional.empty();
  }
}
