package dev.wayfare.publish;

import dev.wayfare.journal.Journal;
import dev.wayfare.record.RecordPlace;
import dev.wayfare.record.RecordPlans;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// The one moment in which customers get another release: a transaction that moves the pointer and
/// with it everything that must not be seen half done.
final class Switch {
  private final ReleaseStore store;
  private final ProgressStore progress;
  private final WiringStore wirings;
  private final CarrierWiring wiring;
  private final RecordPlans records;
  private final PeopleMoves people;
  private final LiveReleases live;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Switch(
      ReleaseStore store,
      ProgressStore progress,
      WiringStore wirings,
      CarrierWiring wiring,
      RecordPlans records,
      PeopleMoves people,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.progress = progress;
    this.wirings = wirings;
    this.wiring = wiring;
    this.records = records;
    this.people = people;
    this.live = live;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What came of it.
  sealed interface Outcome {
    record Moved() implements Outcome {}

    /// The pointer stands where it stood.
    record Stands(List<Finding> findings) implements Outcome {}

    record Withdrawn() implements Outcome {}
  }

  Outcome move(Candidate candidate, Progress stands) {
    try {
      return transactions.execute(
          status -> {
            var outcome = moved(candidate, stands);
            if (!(outcome instanceof Outcome.Moved)) {
              status.setRollbackOnly();
            }
            return outcome;
          });
    } catch (DuplicateKeyException _) {
      return new Outcome.Stands(List.of(taken(candidate)));
    }
  }

  private Outcome moved(Candidate candidate, Progress stands) {
    var deployment = candidate.deployment();
    var now = clock.instant();
    var standing = store.lock(deployment);
    if (!standing.liveRelease().equals(stands.base())) {
      return new Outcome.Stands(List.of(otherwise()));
    }
    stands
        .base()
        .ifPresent(old -> progress.move(old, ReleaseState.LIVE, ReleaseState.SUPERSEDED, now));
    if (!progress.move(candidate.release(), ReleaseState.PROVEN, ReleaseState.LIVE, now)) {
      return new Outcome.Withdrawn();
    }
    var app = live.release(candidate.release()).orElseThrow().app();
    var refused =
        ReleaseChecks.refused(
            records.apply(
                new RecordPlace(
                    candidate.organization().value(),
                    candidate.manifest().environment(),
                    deployment,
                    app.recordTypes()),
                now));
    if (!refused.isEmpty()) {
      return new Outcome.Stands(refused);
    }
    var over = store.take(candidate.organization(), deployment, stands.wish().take());
    wirings.handOver(over, deployment);
    store.claim(deployment, candidate.manifest().bindings());
    store.pointTo(deployment, Optional.of(candidate.release()), now);
    move(candidate, stands.wish().people(), now);
    progress.note(
        candidate.release(),
        ReleaseStep.done(now, ReleaseStep.Stage.SWITCH, "Customers get it from now on."));
    journal.write(
        ReleaseFact.of(candidate)
            .told("release.live", stands.actor())
            .with("kind", stands.kind().word()));
    return new Outcome.Moved();
  }

  /// Those who are in the middle follow once everybody gets the new release.
  private void move(Candidate candidate, PeoplePolicy policy, Instant now) {
    if (!policy.equals(PeoplePolicy.keep())) {
      people.plan(
          candidate.deployment(), candidate.number(), policy, policy.later().orElse(now), now);
    }
  }

  /// What the deployment had and no longer has goes back to what it was. Late is better than never:
  /// customers get the new release already, so nothing here fails the publish.
  List<Finding> tidy(Candidate candidate, Consumer<String> said) {
    return wiring.release(candidate.deployment(), candidate.manifest().bindings(), said);
  }

  /// The same where nothing took its place, or another release did since.
  List<Finding> handBack(Candidate candidate, Consumer<String> said) {
    var deployment = candidate.deployment();
    var kept =
        live.liveRelease(deployment)
            .flatMap(store::manifest)
            .map(it -> ManifestJson.read(it).bindings())
            .orElse(Map.of());
    return wiring.release(deployment, kept, said);
  }

  private Finding taken(Candidate candidate) {
    var addresses =
        candidate.manifest().bindings().values().stream()
            .filter(it -> it.resource().isPresent())
            .map(Bound::address)
            .toList();
    var holder =
        store.holders(addresses).stream()
            .filter(it -> !it.deployment().equals(candidate.deployment()))
            .findFirst();
    return Finding.error(
        Finding.Code.RESOURCE_HELD,
        "profiles/" + candidate.profile() + "/bindings",
        holder
            .map(
                it ->
                    "%s is live in %s.".formatted(it.address(), it.name(candidate.organization())))
            .orElse("One of its resources was taken at the same moment."),
        "Publish again, and take it over or bind another.");
  }

  private static Finding otherwise() {
    return Finding.error(
        Finding.Code.LIVE_MOVED,
        "",
        "What is live changed while this release was on its way.",
        "Look at what is live now, and publish again.");
  }
}
