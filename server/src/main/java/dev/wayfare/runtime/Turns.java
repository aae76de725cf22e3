package dev.wayfare.runtime;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.change.Moving;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Runs one turn and says what of it must be remembered. Thinks only; the store remembers, the
/// outbox acts.
final class Turns {

  /// What happens to a page without a word from whoever looks at it.
  private static final Set<Commit.Kind> UNSEEN =
      Set.of(Commit.Kind.ANSWER, Commit.Kind.MOVE, Commit.Kind.CLOSE);

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
        ids.next(),
        ids.word(release.settings().linkLength()),
        contact,
        start,
        now,
        now.plus(release.journeyLife()));
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
    return ran(release, known, turn, input, kind, asker, now);
  }

  /// A journey that was moved to this release, and the turn that goes on with it there.
  Ran moved(
      SealedRelease release,
      Stored known,
      Moving.Moved moved,
      Optional<String> words,
      Instant now) {
    var input = new Input.Moved(words);
    var shown = moved.with(engine(release).advance(moved.journey(), input, now));
    var told = moved.notes().stream().map(Turns::told).toList();
    var turn = new Turn(shown.journey(), shown.effects(), joined(told, shown.trail()));
    return ran(release, Optional.of(known), turn, input, Commit.Kind.MOVE, Optional.empty(), now);
  }

  private static TrailEntry told(Moving.Note note) {
    var keys = note.place().path().split("/");
    var inFlow = keys.length > 1 && keys[0].equals("flows");
    return new TrailEntry(
        inFlow ? keys[1] : "",
        inFlow && keys.length == 4 && keys[2].equals("steps") ? keys[3] : "",
        "moved",
        Map.of("how", note.what().name().toLowerCase(Locale.ROOT), "text", note.text()));
  }

  /// The same turn, gone on with what became of the first of its records. Not remembered yet, so
  /// that all of it is remembered at once.
  Ran goOn(Ran ran, Outcome outcome, boolean attended) {
    var ask = ran.records().getFirst();
    var before = new ArrayList<>(ran.turn().effects());
    before.remove(ask);
    var answer = new Input.Answered(ask.key(), outcome, attended);
    var next = engine(ran.release()).advance(ran.turn().journey(), answer, ran.at());
    if (next.effects().stream().anyMatch(Effect.Voice.class::isInstance)) {
      before.removeIf(it -> it instanceof Effect.Voice(Verb.Hold _));
    }
    var turn =
        new Turn(
            next.journey(),
            joined(before, next.effects()),
            joined(ran.turn().trail(), next.trail()));
    return ran(ran.release(), ran.known(), turn, ran.input(), ran.kind(), ran.asker(), ran.at());
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private Ran ran(
      SealedRelease release,
      Optional<Stored> known,
      Turn turn,
      Input input,
      Commit.Kind kind,
      Optional<String> asker,
      Instant now) {
    var replies = new ArrayList<String>();
    var out = new ArrayList<Commit.OutText>();
    var set = new LinkedHashMap<String, Instant>();
    var dropped = new LinkedHashSet<String>();
    var figures = new ArrayList<Commit.Figure>();
    var verbs = new ArrayList<Verb>();
    var calls = new ArrayList<CallNews>();
    var asks = new ArrayList<Effect.Ask>();
    var records = new ArrayList<Effect.Ask>();
    var rings = UNSEEN.contains(kind) && movedOnTheWeb(known, turn.journey());
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
        case Effect.PlaceCall call -> {
          // One call at a time: a later one takes the place of those before it.
          calls.clear();
          calls.add(placed(release, call));
        }
        case Effect.Ask ask -> {
          if (ask.request() instanceof Request.Records) {
            records.add(ask);
          } else if (turn.journey().asked().containsKey(ask.key())) {
            asks.add(ask);
          }
        }
        case Effect.Log _, Effect.Incident _ -> {}
      }
    }
    if (input instanceof Input.TimerFired(var name, _) && !set.containsKey(name)) {
      dropped.add(name);
    }
    return new Ran(
        release, known, kind, now, turn, replies, out, set, dropped, figures, verbs, calls, asks,
        rings, records, input, asker);
  }

  private CallNews placed(SealedRelease release, Effect.PlaceCall call) {
    var from = release.voiceNumber().map(PhoneNumber::e164).orElse("");
    return new CallNews.Placed(ids.next(), from, call.to(), call.ring(), call.detectMachine());
  }

  /// Whoever looks at a page that waited for the outside sees what came of it.
  private static boolean movedOnTheWeb(Optional<Stored> known, Journey after) {
    return known.isPresent()
        && !known.get().journey().stack(Channel.WEB).equals(after.stack(Channel.WEB));
  }

  /// A turn that ran and is not remembered yet. `records` are what it asks of the records next,
  /// before it may be remembered.
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
      List<CallNews> calls,
      List<Effect.Ask> asks,
      boolean rings,
      List<Effect.Ask> records,
      Input input,
      Optional<String> asker) {

    /// `closes` is an open journey that makes way, `takes` the ask whose answer this turn hears,
    /// `news` what became of the call that it is about.
    Commit commit(
        Optional<Stored> closes,
        Optional<Commit.Answered> answered,
        Optional<String> takes,
        Optional<CallNews> news) {
      return new Commit(
          release.deployment(),
          after(),
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
          rings,
          asks,
          asksDone(),
          takes,
          joined(news.stream().toList(), calls),
          Alarm.of(release.alerts(), turn));
    }

    /// Of a turn of its own, which nobody outside brought about and nobody waits for.
    Commit commit() {
      return commit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The release that the journey is on after this turn.
    UUID after() {
      return kind == Commit.Kind.MOVE
          ? release.id()
          : known.map(Stored::release).orElse(release.id());
    }

    /// Asks that some step waited for before this turn and none does after it.
    private Set<String> asksDone() {
      var done = new LinkedHashSet<String>();
      known.ifPresent(stored -> done.addAll(waiting(stored.journey())));
      done.removeAll(waiting(turn.journey()));
      return done;
    }

    private static Set<String> waiting(Journey journey) {
      var keys = new LinkedHashSet<String>();
      journey
          .asked()
          .forEach(
              (key, asked) -> {
                if (asked.arrived().isEmpty()) {
                  keys.add(key);
                }
              });
      return keys;
    }

    /// The contact's number, where this turn is the first to know it.
    private Optional<String> claims() {
      var phone = turn.journey().contact().phone();
      var before = known.map(stored -> stored.journey().contact().phone()).orElse("");
      return phone.isEmpty() || phone.equals(before) ? Optional.empty() : Optional.of(phone);
    }
  }
}
