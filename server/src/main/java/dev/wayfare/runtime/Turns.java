package dev.wayfare.runtime;

import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs one turn and says what of it must be remembered. Thinks only; the store remembers, the
/// outbox acts.
final class Turns {
  private static final int LINK_LENGTH = 21;

  private final Ids ids;
  private final InstantSource clock;

  Turns(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// The moment of a turn, as fine as the database keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  static Engine engine(SealedRelease release) {
    return new Engine(
        release.app(), new Surroundings(release.profileValues(), release.linksBase() + "/"));
  }

  /// A new journey under this release, before its first turn.
  Journey begin(SealedRelease release, Contact contact, Map<String, Object> start, Instant now) {
    return Journey.begin(
        ids.next(), ids.word(LINK_LENGTH), contact, start, now, now.plus(release.journeyLife()));
  }

  /// Runs a turn. `known` is the journey as it is stored, or empty for a new one. Texts of the
  /// conversation with `asker` are the reply; every other text leaves through the outbox.
  Ran run(
      SealedRelease release,
      Optional<Stored> known,
      Journey journey,
      Input input,
      Commit.Kind kind,
      Optional<String> asker,
      Instant now) {
    var turn = engine(release).advance(journey, input, now);
    var replies = new ArrayList<String>();
    var out = new ArrayList<Commit.OutText>();
    var set = new LinkedHashMap<String, Instant>();
    var dropped = new LinkedHashSet<String>();
    var figures = new ArrayList<Commit.Figure>();
    var verbs = new ArrayList<Verb>();
    var calls = new ArrayList<Effect.PlaceCall>();
    var asks = new ArrayList<Effect.Ask>();
    var rings = false;
    for (var effect : turn.effects()) {
      switch (effect) {
        case Effect.SendText(var to, var body, var conversation) -> {
          if (conversation && asker.equals(Optional.of(to))) {
            replies.add(body);
          } else {
            release
                .textNumber()
                .ifPresent(from -> out.add(new Commit.OutText(ids.next(), from.e164(), to, body)));
          }
        }
        case Effect.SetTimer(var name, var at) -> {
          dropped.remove(name);
          set.put(name, at);
        }
        case Effect.DropTimer(var name) -> {
          set.remove(name);
          dropped.add(name);
        }
        case Effect.Metric(var name, var value) -> figures.add(new Commit.Figure(name, value));
        case Effect.WebMoved _ -> rings = true;
        case Effect.Voice(var verb) -> verbs.add(verb);
        case Effect.PlaceCall call -> calls.add(call);
        case Effect.Ask ask -> asks.add(ask);
        case Effect.Log _, Effect.Incident _ -> {}
      }
    }
    if (input instanceof Input.TimerFired(var name, _) && !set.containsKey(name)) {
      dropped.add(name);
    }
    return new Ran(
        release, known, kind, now, turn, replies, out, set, dropped, figures, verbs, calls, asks,
        rings);
  }

  /// A turn that ran and is not remembered yet.
  record Ran(
      SealedRelease release,
      Optional<Stored> known,
      Commit.Kind kind,
      Instant at,
      Turn turn,
      List<String> replies,
      List<Commit.OutText> out,
      Map<String, Instant> timersSet,
      Set<String> timersDropped,
      List<Commit.Figure> figures,
      List<Verb> verbs,
      List<Effect.PlaceCall> calls,
      List<Effect.Ask> asks,
      boolean rings) {

    Commit commit(Optional<Stored> closes, Optional<String> key) {
      return answering(closes, key.map(word -> new Commit.Answered(word, replies)));
    }

    /// The same, where what is answered are not the texts of the conversation.
    Commit answering(Optional<Stored> closes, Optional<Commit.Answered> answered) {
      return new Commit(
          release.deployment(),
          known.map(Stored::release).orElse(release.id()),
          kind,
          at,
          turn,
          known.map(stored -> stored.journey().turn()),
          closes,
          claims(),
          answered,
          out,
          timersSet,
          timersDropped,
          figures,
          rings);
    }

    /// The contact's number, where this turn is the first to know it.
    private Optional<String> claims() {
      var phone = turn.journey().contact().phone();
      var before = known.map(stored -> stored.journey().contact().phone()).orElse("");
      return phone.isEmpty() || phone.equals(before) ? Optional.empty() : Optional.of(phone);
    }
  }
}
