package dev.wayfare.runtime;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Verb;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A turn that was remembered, and the turns that answer what it asked of the world outside, one
/// after the other. One thread at a time goes on with it.
final class Chain {
  private static final Logger LOG = LoggerFactory.getLogger(Chain.class);
  private static final int ATTEMPTS = 40;

  private final Chains parts;
  private final SealedRelease release;
  private final List<Turns.Ran> ran = new ArrayList<>();
  private final Deque<AskStore.Due> asks = new ArrayDeque<>();
  private final CompletableFuture<List<String>> whole = new CompletableFuture<>();
  private final long begun = System.nanoTime();
  private Asker asker;
  private Stored stored;
  private boolean replyIsOpen;
  private Optional<Trial> pending = Optional.empty();

  Chain(Chains parts, SealedRelease release, Stored stored, Asker asker) {
    this.parts = parts;
    this.release = release;
    this.stored = stored;
    this.asker = asker;
  }

  /// What was said to whoever waits, by all turns so far.
  ///
  /// @param stored the journey after the last of them
  record Told(List<String> replies, List<Verb> verbs, Stored stored) {}

  /// The turn and those behind it, as far as they come within the limit; what is left goes on
  /// beside us, and what it says leaves by itself. To be called once, without a line or a
  /// connection in hand.
  Told finish() {
    try {
      while (!asks.isEmpty() && asker.limit().isPresent()) {
        var trial = parts.trial(this, asks.getFirst());
        var came = trial.within(left());
        if (came.isEmpty()) {
          pending = Optional.of(trial);
          break;
        }
        take(asks.removeFirst(), came.get());
      }
      if (replyIsOpen) {
        parts.journeys.replyIsWhole(stored.deployment(), asker.key().orElseThrow());
        replyIsOpen = false;
      }
      var told = new Told(replies(), verbs(), stored);
      whole.complete(told.replies());
      return told;
    } finally {
      whole.completeExceptionally(new IllegalStateException("the turns behind it failed"));
      parts.ended(this);
      asker = Asker.NOBODY;
      if (!asks.isEmpty()) {
        parts.goOnBeside(this);
      }
    }
  }

  /// All that is left, for as long as it takes.
  void rest() {
    while (!asks.isEmpty()) {
      var trial = pending.orElseGet(() -> parts.trial(this, asks.getFirst()));
      pending = Optional.empty();
      take(asks.removeFirst(), trial.whenever());
    }
  }

  private long left() {
    return begun + asker.limit().orElseThrow().toNanos() - System.nanoTime();
  }

  private void take(AskStore.Due ask, Trial.Came came) {
    switch (came) {
      case Trial.Came.Answer(var outcome) -> answer(ask, outcome);
      case Trial.Came.NotOurs _ -> {}
      case Trial.Came.Later(var code, var why) -> {
        if (ask.tries() >= BackOff.TRIES) {
          answer(ask, new Outcome.Failed(code, why));
        } else {
          parts.asks.again(ask, parts.turns.now().plus(BackOff.after(ask.tries())), why);
        }
      }
      case Trial.Came.Fault(var fault) -> parts.failed(ask, fault);
    }
  }

  /// The turn that hears an answer. It is run again as often as the journey moves meanwhile, and
  /// not at all when nobody waits for it any more.
  private void answer(AskStore.Due ask, Outcome outcome) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!waitsFor(ask.key())) {
        parts.asks.drop(ask);
        return;
      }
      var turn =
          parts.turns.run(
              release,
              Optional.of(stored),
              stored.journey(),
              new Input.Answered(ask.key(), outcome, asker.onCall()),
              Commit.Kind.ANSWER,
              asker.phone(),
              parts.turns.now());
      var remembered =
          parts.remembering.remember(
              turn,
              asker.onCall(),
              it ->
                  it.commit(
                      Optional.empty(), reply(it, asks), Optional.of(ask.key()), Optional.empty()));
      if (remembered.isPresent()) {
        remembered(remembered.get());
        return;
      }
      var now = parts.journeys.byId(stored.deployment(), stored.journey().id());
      if (now.isEmpty()) {
        parts.asks.drop(ask);
        return;
      }
      stored = now.get();
    }
    LOG.warn("The answer to {} gave way {} times and comes again later", ask, ATTEMPTS);
  }

  private boolean waitsFor(String key) {
    var asked = stored.journey().asked().get(key);
    return stored.journey().standing() == Standing.OPEN
        && asked != null
        && asked.arrived().isEmpty();
  }

  /// The reply under the webhook's key, as it is after this turn. It grows as long as something is
  /// asked.
  Optional<Commit.Answered> reply(Turns.Ran next, Deque<AskStore.Due> others) {
    return asker
        .key()
        .map(
            key -> {
              var turns = new ArrayList<>(ran);
              turns.add(next);
              var all = replies(turns);
              var grows = !next.asks().isEmpty() || !others.isEmpty();
              return new Commit.Answered(
                  key,
                  all,
                  ran.isEmpty() ? Optional.empty() : Optional.of(replies().size()),
                  grows
                      ? asker.limit().map(it -> next.at().plus(it).plus(Chains.GRACE))
                      : Optional.empty());
            });
  }

  /// A turn of this chain was remembered.
  void remembered(Turns.Ran turn) {
    ran.add(turn);
    stored = new Stored(stored.deployment(), stored.release(), turn.turn().journey());
    for (var ask : turn.asks()) {
      asks.add(held(ask, turn.at()));
    }
    replyIsOpen = asker.key().isPresent() && !asks.isEmpty();
    parts.signal.noticed(turn);
  }

  private AskStore.Due held(Effect.Ask ask, Instant at) {
    return new AskStore.Due(
        stored.deployment(), stored.journey().id(), ask.key(), ask.request(), Chains.lease(at), 1);
  }

  /// An ask that the worker took.
  Chain with(AskStore.Due ask) {
    asks.add(ask);
    return this;
  }

  boolean asksAnything() {
    return !asks.isEmpty();
  }

  SealedRelease release() {
    return release;
  }

  Asker asker() {
    return asker;
  }

  Stored stored() {
    return stored;
  }

  /// All replies, once nobody adds to them.
  CompletableFuture<List<String>> whole() {
    return whole;
  }

  private List<String> replies() {
    return replies(ran);
  }

  private List<String> replies(List<Turns.Ran> turns) {
    if (asker.program().isPresent()) {
      return turns.isEmpty() ? List.of() : asker.program().get().apply(turns);
    }
    return asker
        .call()
        .map(scripts -> scripts.remembered(verbs(turns)))
        .orElseGet(() -> turns.stream().flatMap(turn -> turn.replies().stream()).toList());
  }

  private List<Verb> verbs() {
    return verbs(ran);
  }

  /// What the call hears: it is held only where nothing follows.
  private static List<Verb> verbs(List<Turns.Ran> turns) {
    var verbs = new ArrayList<Verb>();
    for (var turn : turns) {
      if (!turn.verbs().isEmpty() && !verbs.isEmpty() && verbs.getLast() instanceof Verb.Hold) {
        verbs.removeLast();
      }
      verbs.addAll(turn.verbs());
    }
    return verbs;
  }
}
