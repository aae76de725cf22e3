package dev.wayfare.runtime;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.Proven;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Verb;
import dev.wayfare.http.Outage;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.Pause;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// A call rings, or something happens on one: find the journey, run the turn, remember it, say what
/// the call does next.
///
/// A plain turn is one read and one statement. What it says is remembered under the webhook's key,
/// so that the same webhook again is told the same and runs nothing.
final class CallTurns implements CallDoor {
  private static final Logger LOG = LoggerFactory.getLogger(CallTurns.class);
  private static final int ATTEMPTS = 40;

  /// No carrier keeps a call up for longer: whose end nobody told us by then is over.
  private static final Duration LONGEST = Duration.ofHours(4);

  private static final CallReply CLOSED =
      new CallReply.Closed("This number is not in service at the moment. Goodbye.");
  private static final CallReply NO_CALLS =
      new CallReply.Closed("This number takes no calls. Goodbye.");
  private static final CallReply UNKNOWN =
      new CallReply.Closed("This call is not known here. Goodbye.");
  private static final CallReply OVER = new CallReply.Script(List.of(new Verb.HangUp()));

  /// When not even the app's own answer could be found.
  private static final CallReply LAST_RESORT =
      new CallReply.Script(
          List.of(
              new Verb.Speak(
                  "Sorry, something went wrong on our side. Please try again later.",
                  Verb.Voice.USUAL),
              new Verb.HangUp()));

  private final LiveReleases releases;
  private final JourneyStore journeys;
  private final CallStore calls;
  private final CallScripts scripts;
  private final Chains chains;
  private final ChainLimits limits;
  private final Turns turns;
  private final Lines lines;
  private final Ids ids;
  private final Proofs proofs;
  private final AtRest atRest;

  CallTurns(
      LiveReleases releases,
      JourneyStore journeys,
      CallStore calls,
      CallScripts scripts,
      Chains chains,
      ChainLimits limits,
      Turns turns,
      Lines lines,
      Ids ids) {
    this.releases = releases;
    this.journeys = journeys;
    this.calls = calls;
    this.scripts = scripts;
    this.chains = chains;
    this.limits = limits;
    this.turns = turns;
    this.lines = lines;
    this.ids = ids;
    this.proofs = new Proofs(releases, turns);
    this.atRest = new AtRest(releases, chains, turns);
  }

  /// What became of something that happened.
  private sealed interface Heard {
    record Said(CallReply reply) implements Heard {}

    /// Its turn was remembered; others may follow it.
    record Runs(Chain chain) implements Heard {}

    /// It was heard before, and turns behind it still add to its reply.
    record Grows(UUID deployment, String key) implements Heard {}
  }

  // --- a call comes in

  @Override
  public CallReply rings(InboundCall call) {
    var live =
        releases.byVoiceNumber(call.to()).flatMap(entrance -> releases.release(entrance.release()));
    if (live.isEmpty()) {
      return CLOSED;
    }
    var trigger = live.get().app().called();
    if (trigger.isEmpty()) {
      return NO_CALLS;
    }
    return reply(
        call.from().e164() + call.to().e164(),
        call.carrier() + " " + call.providerId(),
        () -> ring(live.get(), trigger.get(), call));
  }

  /// Empty when somebody else was first and all must be read again.
  private Optional<Heard> ring(SealedRelease live, Trigger.Called trigger, InboundCall call) {
    var from = call.from().e164();
    var to = call.to().e164();
    var key = key(call.carrier(), call.key());
    var seen = journeys.byPhone(live.deployment(), to, from, key);
    var now = turns.now();
    if (seen.answered().isPresent()) {
      var before = seen.answered().get();
      return Optional.of(again(live.deployment(), key, before, seen.growsUntil(), now));
    }
    var pause = releases.paused(live.deployment(), Pause.Channel.CALL, now);
    if (pause.isPresent()) {
      return only(live, pause.get().message(), call, now);
    }
    var open = seen.open().filter(stored -> isOpen(stored, now));
    if (open.isPresent() && trigger.openJourney() == Trigger.OpenCall.BUSY) {
      return only(live, trigger.busy(), call, now);
    }
    var goesOn = open.filter(stored -> trigger.openJourney() == Trigger.OpenCall.CONTINUE);
    if (goesOn.filter(stored -> atRest.broughtOver(stored, live)).isPresent()) {
      return Optional.empty();
    }
    var own = goesOn.flatMap(this::trigger);
    // A journey whose own version takes no calls cannot go on with one, and makes way.
    var known = own.isPresent() ? goesOn : Optional.<Stored>empty();
    var news = new CallNews.CameIn(ids.next(), call.carrier(), call.providerId(), from, to);
    return chains
        .begin(
            new Chains.First(
                known.flatMap(stored -> releases.release(stored.release())).orElse(live),
                known,
                known
                    .map(Stored::journey)
                    .orElseGet(() -> turns.begin(live, Contact.byPhone(from), Map.of(), now)),
                new Input.Called(own.orElse(trigger).name()),
                Commit.Kind.CALL,
                known.isPresent() ? Optional.empty() : seen.open(),
                Asker.call(key, limits.call(), scripts, Optional.of(news)),
                now))
        .map(Heard.Runs::new);
  }

  /// The call trigger of the version that a journey runs on.
  private Optional<Trigger.Called> trigger(Stored stored) {
    return releases.release(stored.release()).flatMap(release -> release.app().called());
  }

  /// The caller hears these words, and nothing runs.
  private Optional<Heard> only(SealedRelease live, String words, InboundCall call, Instant now) {
    List<Verb> verbs =
        words.isBlank()
            ? List.of(new Verb.HangUp())
            : List.of(new Verb.Speak(words, live.app().voice()), new Verb.HangUp());
    var answered = new Commit.Answered(key(call.carrier(), call.key()), scripts.remembered(verbs));
    return journeys.answer(
            live.deployment(),
            call.to().e164(),
            call.from().e164(),
            answered,
            Optional.empty(),
            now)
        ? Optional.of(new Heard.Said(new CallReply.Script(verbs)))
        : Optional.empty();
  }

  // --- a call is tried out

  @Override
  public Optional<Proven<CallReply>> prove(InboundCall call, String mark) {
    return proofs
        .marked(mark)
        .filter(release -> release.voiceNumber().equals(Optional.of(call.to())))
        .map(release -> proven(release, call));
  }

  private Proven<CallReply> proven(SealedRelease release, InboundCall call) {
    var trigger = release.app().called();
    if (trigger.isEmpty()) {
      return new Proven<>(release.id(), NO_CALLS, Optional.empty());
    }
    var ran =
        proofs.begin(
            release,
            Contact.byPhone(call.from().e164()),
            Map.of(),
            new Input.Called(trigger.get().name()),
            Commit.Kind.CALL,
            Optional.empty());
    return Proofs.proven(ran, new CallReply.Script(ran.verbs()));
  }

  // --- something happens on a call

  @Override
  public CallReply happened(CallEvent event) {
    var call = event.carrier() + " " + event.providerId();
    return reply(call, call, () -> hear(event));
  }

  private Optional<Heard> hear(CallEvent event) {
    var key = key(event.carrier(), event.key());
    var seen = calls.byProvider(event.carrier(), event.providerId(), event.placed(), key);
    if (seen.isEmpty()) {
      return Optional.of(new Heard.Said(UNKNOWN));
    }
    var now = turns.now();
    var stored = seen.get().stored();
    if (seen.get().answered().isPresent()) {
      var before = seen.get().answered().get();
      return Optional.of(again(stored.deployment(), key, before, seen.get().growsUntil(), now));
    }
    var call = seen.get().call();
    if (call.state() == CallStore.State.ENDED || isAnother(call, event)) {
      return Optional.of(new Heard.Said(OVER));
    }
    if (event.what() instanceof Input.HungUp(var how, var length)) {
      return over(seen.get(), how, word(how), Optional.of(length));
    }
    if (!call.followed() || !isOpen(stored, now)) {
      return Optional.of(new Heard.Said(OVER));
    }
    var news =
        call.state() == CallStore.State.GOING
            ? Optional.<CallNews>empty()
            : Optional.<CallNews>of(
                new CallNews.Taken(call.id(), event.carrier(), event.providerId()));
    return run(stored, event.what(), Asker.call(key, limits.call(), scripts, news), now);
  }

  /// Whether this is a second call that was placed with one key: whoever takes one of them first is
  /// talked to, and the end of the other says nothing.
  private static boolean isAnother(CallStore.Call call, CallEvent event) {
    var same =
        call.providerId().isEmpty()
            || call.providerId().equals(Optional.of(event.providerId()))
                && call.carrier().equals(Optional.of(event.carrier()));
    return !same && (call.state() == CallStore.State.GOING || event.what() instanceof Input.HungUp);
  }

  /// The call is over, and its journey hears that once.
  private Optional<Heard> over(
      CallStore.Known seen, Input.CallEnd how, String ending, Optional<Duration> length) {
    var now = turns.now();
    var call = seen.call();
    if (!call.followed() || !isOpen(seen.stored(), now)) {
      calls.end(call.deployment(), call.id(), ending, length, now);
      return Optional.of(new Heard.Said(OVER));
    }
    var what = new Input.HungUp(how, length.orElse(Duration.ZERO));
    var news = new CallNews.Over(call.id(), ending, length);
    return run(seen.stored(), what, Asker.over(news), now);
  }

  // --- ends that no carrier tells

  /// A call that came to nothing before anybody took it.
  void failed(UUID deployment, UUID call, Input.CallEnd how) {
    close(deployment, call, how, word(how));
  }

  /// Ends the calls whose end nobody told us, and says how many there were.
  int sweep() {
    var lost = calls.lost(turns.now().minus(LONGEST), 200);
    lost.forEach(this::lost);
    return lost.size();
  }

  /// A call that cannot be ended with its journey is ended without it.
  private void lost(CallStore.Place place) {
    try {
      close(place.deployment(), place.call(), Input.CallEnd.NO_ANSWER, "unknown");
    } catch (RuntimeException fault) {
      if (Outage.is(fault)) {
        throw fault;
      }
      LOG.error("The journey of call {} could not hear of its end", place.call(), fault);
      calls.end(place.deployment(), place.call(), "unknown", Optional.empty(), turns.now());
    }
  }

  private void close(UUID deployment, UUID call, Input.CallEnd how, String ending) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var seen = calls.byId(deployment, call);
      if (seen.isEmpty() || seen.get().call().state() == CallStore.State.ENDED) {
        return;
      }
      var heard = closed(seen.get(), how, ending);
      if (heard.isPresent()) {
        said(heard.get());
        return;
      }
    }
    throw new IllegalStateException("the end of a call gave way " + ATTEMPTS + " times");
  }

  private Optional<Heard> closed(CallStore.Known seen, Input.CallEnd how, String ending) {
    var taken = seen.call().state() == CallStore.State.GOING;
    try (var _ = lines.hold(seen.stored().journey().id())) {
      return over(seen, taken ? Input.CallEnd.COMPLETED : how, ending, Optional.empty());
    }
  }

  // --- what they share

  private Optional<Heard> run(Stored stored, Input.OfCall what, Asker asker, Instant now) {
    var release = releases.release(stored.release());
    if (release.isEmpty()) {
      throw new IllegalStateException("release " + stored.release() + " is not there");
    }
    return chains
        .begin(
            new Chains.First(
                release.get(),
                Optional.of(stored),
                stored.journey(),
                what,
                Commit.Kind.CALL,
                Optional.empty(),
                asker,
                now))
        .map(Heard.Runs::new);
  }

  private Heard again(
      UUID deployment, String key, List<String> before, Optional<Instant> growsUntil, Instant now) {
    return growsUntil.filter(now::isBefore).isPresent()
        ? new Heard.Grows(deployment, key)
        : new Heard.Said(new CallReply.Script(scripts.read(before)));
  }

  private CallReply reply(String line, String call, Supplier<Optional<Heard>> attempts) {
    try {
      var heard = underLine(line, attempts);
      if (heard.isPresent()) {
        return said(heard.get());
      }
      LOG.warn("What happened on call {} gave way {} times", call, ATTEMPTS);
      return new CallReply.Unavailable();
    } catch (DataAccessException | CannotCreateTransactionException unreachable) {
      Outage.warn(LOG, "Call " + call + " could not be heard and must come again.", unreachable);
      return new CallReply.Unavailable();
    } catch (RuntimeException fault) {
      LOG.error("The turn of call {} failed", call, fault);
      return LAST_RESORT;
    }
  }

  /// The line is held for turns, not for what they ask of the world outside.
  private Optional<Heard> underLine(String line, Supplier<Optional<Heard>> attempts) {
    try (var _ = lines.hold(line)) {
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        var heard = attempts.get();
        if (heard.isPresent()) {
          return heard;
        }
      }
      return Optional.empty();
    }
  }

  private CallReply said(Heard heard) {
    return switch (heard) {
      case Heard.Said(var reply) -> reply;
      case Heard.Runs(var chain) -> new CallReply.Script(chain.finish().verbs());
      case Heard.Grows(var deployment, var key) ->
          chains
              .wholeReply(deployment, key, limits.call().plus(Chains.GRACE))
              .<CallReply>map(before -> new CallReply.Script(scripts.read(before)))
              .orElseGet(CallReply.Unavailable::new);
    };
  }

  private static boolean isOpen(Stored stored, Instant now) {
    return stored.journey().standing() == Standing.OPEN && stored.journey().expires().isAfter(now);
  }

  private static String word(Input.CallEnd how) {
    return how.name().toLowerCase(Locale.ROOT);
  }

  private static String key(String carrier, String key) {
    return carrier + " call " + key;
  }
}
