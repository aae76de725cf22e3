package dev.wayfare.runtime;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.http.Outage;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every turn begins: it is run and remembered, and what it asked of the world outside is
/// done and answered by the next turn, as far as the channel waits. A turn that asks nothing is
/// one statement and no thread.
final class Chains implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chains.class);
  private static final Duration LEASE = Duration.ofSeconds(60);

  /// The longest that a try takes: an email, and something to spare.
  private static final Duration LONGEST = Duration.ofSeconds(40);

  /// How long a reply that nobody finished counts as one that may still grow.
  static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration FAREWELL = Duration.ofSeconds(12);
  private static final int AT_ONCE = 200;
  private static final int BATCH = 50;

  final JourneyStore journeys;
  final AskStore asks;
  final Remembering remembering;
  final Turns turns;
  final OutboxSignal signal;
  private final FailingChannels failing;
  private final LiveReleases releases;
  private final Outside outside;
  private final ConcurrentHashMap<String, Chain> running = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private volatile boolean closing;

  Chains(
      LiveReleases releases,
      JourneyStore journeys,
      AskStore asks,
      Remembering remembering,
      Outside outside,
      OutboxSignal signal,
      FailingChannels failing,
      Turns turns) {
    this.releases = releases;
    this.journeys = journeys;
    this.asks = asks;
    this.remembering = remembering;
    this.outside = outside;
    this.signal = signal;
    this.failing = failing;
    this.turns = turns;
  }

  /// Until when an ask is ours that was written at this moment.
  static Instant lease(Instant at) {
    return at.plus(LEASE);
  }

  /// A turn to run. `known` is the journey as it is stored, or empty for a new one; `closes` one
  /// that makes way for it.
  record First(
      SealedRelease release,
      Optional<Stored> known,
      Journey journey,
      Input input,
      Commit.Kind kind,
      Optional<Stored> closes,
      Asker asker,
      Instant now) {}

  /// Runs a turn and remembers it; empty when somebody else was first and all must be read again.
  /// [Chain#finish] says what came of it.
  Optional<Chain> begin(First first) {
    try {
      return begun(first);
    } catch (RuntimeException fault) {
      if (!Outage.is(fault)) {
        channel(first.kind()).ifPresent(it -> failing.failed(first.release(), it, fault));
      }
      throw fault;
    }
  }

  /// Where somebody waits who now gets the answer of last resort.
  private static Optional<String> channel(Commit.Kind kind) {
    return switch (kind) {
      case TEXT -> Optional.of("text");
      case CALL -> Optional.of("call");
      case VISIT, PAGE -> Optional.of("web");
      case REQUEST -> Optional.of("api");
      case TIMER, SCHEDULE, EXPIRY, ANSWER, MOVE, CLOSE -> Optional.empty();
    };
  }

  private Optional<Chain> begun(First first) {
    var chain =
        new Chain(
            this,
            first.release(),
            new Stored(
                first.release().deployment(),
                first.known().map(Stored::release).orElse(first.release().id()),
                first.journey()),
            first.asker());
    var ran =
        turns.run(
            first.release(),
            first.known(),
            first.journey(),
            first.input(),
            first.kind(),
            first.asker().phone(),
            first.now());
    var none = new ArrayDeque<AskStore.Due>();
    return remembering
        .remember(
            ran,
            first.asker().onCall(),
            it ->
                it.commit(
                    first.closes(), chain.reply(it, none), Optional.empty(), first.asker().news()))
        .map(
            whole -> {
              chain.remembered(whole);
              if (chain.asksAnything()) {
                first.asker().key().ifPresent(key -> running.put(place(chain, key), chain));
              }
              return chain;
            });
  }

  /// Goes on behind a turn that was remembered and that nobody waits for: what it asked is done
  /// beside us.
  void goOn(Turns.Ran whole) {
    var stored = new Stored(whole.release().deployment(), whole.after(), whole.turn().journey());
    var chain = new Chain(this, whole.release(), stored, Asker.NOBODY);
    chain.remembered(whole);
    if (chain.asksAnything()) {
      goOnBeside(chain);
    }
  }

  private static String place(Chain chain, String key) {
    return chain.stored().deployment() + " " + key;
  }

  void ended(Chain chain) {
    chain.asker().key().ifPresent(key -> running.remove(place(chain, key), chain));
  }

  /// The whole reply of a chain that runs in this process, or that came to its end since whoever
  /// asks saw it grow; empty when there is none, or none that ends well.
  Optional<List<String>> wholeReply(UUID deployment, String key, Duration patience) {
    var chain = running.get(deployment + " " + key);
    if (chain == null) {
      return journeys.wholeReply(deployment, key);
    }
    try {
      return Optional.of(chain.whole().get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException failed) {
      return Optional.empty();
    }
  }

  /// One try of an ask, on a thread of its own.
  Trial trial(Chain chain, AskStore.Due ask) {
    return new Trial(threads.submit(() -> perform(chain, ask)));
  }

  private Trial.Came perform(Chain chain, AskStore.Due ask) throws InterruptedException {
    room.acquire();
    try {
      return performNow(chain, ask);
    } finally {
      room.release();
    }
  }

  private Trial.Came performNow(Chain chain, AskStore.Due ask) {
    var now = turns.now();
    if (ask.leaseUntil().isBefore(now.plus(LONGEST)) && !asks.renew(ask, lease(now))) {
      return new Trial.Came.NotOurs();
    }
    var result = outside.perform(chain.release(), ask.journey(), ask.key(), ask.request(), now);
    if (closing && Thread.currentThread().isInterrupted()) {
      return new Trial.Came.NotOurs();
    }
    return switch (result) {
      case Outside.Result.Known(var outcome) -> new Trial.Came.Answer(outcome);
      case Outside.Result.Later(var code, var why) -> new Trial.Came.Later(code, why);
    };
  }

  /// Goes on with a chain that nobody waits for.
  void goOnBeside(Chain chain) {
    beside(chain::rest);
  }

  private void beside(Runnable work) {
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException fault) {
            // The lease runs out, and the worker takes what is left.
            LOG.error("A turn behind another failed", fault);
          }
        });
  }

  /// Takes what nobody is at any more, and says how many there were.
  int takeDue() {
    var taken = 0;
    while (true) {
      var now = turns.now();
      var batch = asks.take(now, lease(now), BATCH);
      if (batch.isEmpty()) {
        return taken;
      }
      batch.forEach(this::resume);
      taken += batch.size();
    }
  }

  private void resume(AskStore.Due ask) {
    beside(
        () -> {
          try {
            again(ask);
          } catch (RuntimeException fault) {
            failed(ask, fault);
          }
        });
  }

  private void again(AskStore.Due ask) {
    var stored = journeys.byId(ask.deployment(), ask.journey());
    if (stored.isEmpty() || !stored.get().journey().asked().containsKey(ask.key())) {
      asks.drop(ask);
      return;
    }
    var release = releases.release(stored.get().release());
    if (release.isEmpty()) {
      throw new IllegalStateException("release " + stored.get().release() + " is not there");
    }
    new Chain(this, release.get(), stored.get(), Asker.NOBODY).with(ask).rest();
  }

  /// It is tried again later, and kept as dead after the last try.
  void failed(AskStore.Due ask, Throwable fault) {
    LOG.error("The {} failed", ask, fault);
    var why = fault.getClass().getSimpleName();
    if (ask.tries() >= BackOff.TRIES) {
      asks.dead(ask, turns.now(), why);
    } else {
      asks.again(ask, turns.now().plus(BackOff.after(ask.tries())), why);
    }
  }

  /// What is under way may end; what does not is taken up after the next start.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        closing = true;
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      closing = true;
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
