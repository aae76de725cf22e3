package dev.wayfare.publish;

import dev.wayfare.http.Outage;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.ReleaseStep.Stage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes releases from sealed to live, or undoes what was begun. Each state is where it can go on
/// from after a crash, in this process or another; every act before a state is one that may be done
/// twice.
public final class ReleaseWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseWorker.class);

  /// No act takes longer than this between two renewals.
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int MARK_LENGTH = 43;
  private static final int BATCH = 10;

  private final ProgressStore progress;
  private final Candidates candidates;
  private final AccountTrials trials;
  private final List<Preparation> preparations;
  private final EntranceProofs proofs;
  private final Switch pointer;
  private final LiveReleases live;
  private final Journal journal;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<UUID, CountDownLatch> running = new ConcurrentHashMap<>();

  ReleaseWorker(
      ProgressStore progress,
      Candidates candidates,
      AccountTrials trials,
      List<Preparation> preparations,
      EntranceProofs proofs,
      Switch pointer,
      LiveReleases live,
      Journal journal,
      Ids ids,
      InstantSource clock) {
    this.progress = progress;
    this.candidates = candidates;
    this.trials = trials;
    this.preparations = List.copyOf(preparations);
    this.proofs = proofs;
    this.pointer = pointer;
    this.live = live;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins with a release that is leased to this process.
  void begin(UUID release) {
    var done = new CountDownLatch(1);
    running.put(release, done);
    Thread.ofVirtual()
        .name("release " + release)
        .start(
            () -> {
              try {
                run(release);
              } catch (RuntimeException fault) {
                Outage.warn(LOG, "Release " + release + " waits for another try.", fault);
              } finally {
                running.remove(release, done);
                done.countDown();
              }
            });
  }

  /// Waits for the end of a release's way, as long as this process walks it.
  void await(UUID release, Duration atMost) {
    var done = running.get(release);
    if (done != null) {
      try {
        var _ = done.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Goes on with what others left.
  public int runLeft() {
    var now = clock.instant();
    var left = progress.takeLeft(now, now.plus(LEASE), BATCH);
    left.forEach(this::run);
    return left.size();
  }

  void run(UUID release) {
    live.look(); // a number that was registered a moment ago may not have come here by itself yet
    while (step(release)) {
      progress.renew(release, clock.instant().plus(LEASE));
    }
  }

  /// One state further; false at the end of the way.
  private boolean step(UUID release) {
    var stands = progress.find(release).orElseThrow();
    var candidate = candidates.of(stands);
    if (stands.state().isOpen() && stands.cancelAsked()) {
      undo(candidate);
      end(candidate, stands, ReleaseEvent.WITHDRAWN, Optional.empty());
      return false;
    }
    return switch (stands.state()) {
      case SEALED ->
          go(
              candidate,
              stands,
              Stage.PREPARE,
              ReleaseEvent.READY,
              said -> prepare(candidate, said));
      case PREPARED ->
          go(candidate, stands, Stage.PROVE, ReleaseEvent.ANSWERED, said -> prove(candidate, said));
      case PROVEN -> switchOver(candidate, stands);
      case LIVE -> {
        tidy(candidate);
        yield false;
      }
      case SUPERSEDED -> {
        handBack(candidate);
        yield false;
      }
      case FAILED, CANCELLED -> false;
    };
  }

  /// It was taken down, and whoever did so died before the carriers had back what was theirs.
  private void handBack(Candidate candidate) {
    putBack(candidate, said -> pointer.handBack(candidate, said));
    progress.rest(candidate.release());
  }

  private interface Act {
    List<Finding> does(Consumer<String> said);
  }

  private boolean go(
      Candidate candidate, Progress stands, Stage stage, ReleaseEvent good, Act act) {
    var findings =
        act.does(text -> note(candidate, ReleaseStep.done(clock.instant(), stage, text)));
    var broken = findings.stream().filter(Finding::blocks).toList();
    findings.stream()
        .filter(it -> !it.blocks())
        .forEach(it -> note(candidate, ReleaseStep.warned(clock.instant(), stage, it)));
    if (!broken.isEmpty()) {
      fail(candidate, stands, stage, broken);
      return false;
    }
    return progress.move(candidate.release(), stands.state(), to(stands, good), clock.instant());
  }

  /// Nothing outside is changed for a release that something refuses already.
  private List<Finding> prepare(Candidate candidate, Consumer<String> said) {
    var findings = new ArrayList<>(trials.tried(candidate.outside(), said));
    if (findings.stream().noneMatch(Finding::blocks)) {
      preparations.forEach(it -> findings.addAll(it.prepare(candidate, said)));
    }
    return findings;
  }

  private List<Finding> prove(Candidate candidate, Consumer<String> said) {
    var mark = ids.word(MARK_LENGTH);
    progress.mark(candidate.release(), Fingerprint.bytes(mark));
    return proofs.prove(candidate, mark, said);
  }

  private boolean switchOver(Candidate candidate, Progress stands) {
    return switch (pointer.move(candidate, stands)) {
      case Switch.Outcome.Moved() -> {
        live.refresh();
        tidy(candidate);
        yield false;
      }
      case Switch.Outcome.Stands(var findings) -> {
        fail(candidate, stands, Stage.SWITCH, findings);
        yield false;
      }
      // Somebody asked to take it back at the last moment: the next look finds that.
      case Switch.Outcome.Withdrawn() -> true;
    };
  }

  /// Customers get it already. The lease goes on until what it replaced is put back, so that
  /// somebody does it if this process dies.
  private void tidy(Candidate candidate) {
    putBack(candidate, said -> pointer.tidy(candidate, said));
    progress.rest(candidate.release());
  }

  private void fail(Candidate candidate, Progress stands, Stage stage, List<Finding> findings) {
    findings.forEach(it -> note(candidate, ReleaseStep.failed(clock.instant(), stage, it)));
    undo(candidate);
    end(candidate, stands, ReleaseEvent.BROKE, Optional.of(findings.getFirst()));
  }

  private void undo(Candidate candidate) {
    preparations.forEach(each -> putBack(candidate, said -> each.undo(candidate, said)));
  }

  /// What could not be put back stands in the steps, with what to do by hand.
  private void putBack(Candidate candidate, Act act) {
    act.does(text -> note(candidate, ReleaseStep.done(clock.instant(), Stage.UNDO, text)))
        .forEach(it -> note(candidate, ReleaseStep.failed(clock.instant(), Stage.UNDO, it)));
  }

  private void end(
      Candidate candidate, Progress stands, ReleaseEvent event, Optional<Finding> why) {
    var to = to(stands, event);
    if (!progress.move(candidate.release(), stands.state(), to, clock.instant())) {
      return;
    }
    var fact = ReleaseFact.of(candidate).told("release." + to.word(), stands.actor());
    journal.write(why.map(it -> fact.with("problem", problem(it))).orElse(fact));
  }

  private static Map<String, String> problem(Finding why) {
    return Map.of("code", why.code(), "place", why.place(), "text", why.text());
  }

  private static ReleaseState to(Progress stands, ReleaseEvent event) {
    return ReleaseMachine.after(stands.state(), event).orElseThrow();
  }

  private void note(Candidate candidate, ReleaseStep step) {
    progress.note(candidate.release(), step, clock.instant().plus(LEASE));
  }
}
