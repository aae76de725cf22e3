package dev.wayfare.publish;

import dev.wayfare.app.Draft;
import dev.wayfare.app.Drafts;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.Target;
import dev.wayfare.flow.App;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Actor;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Fingerprint;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Begins releases: a publish of the draft, a rollback, a promotion; and takes apps down.
///
/// Everything is read and checked first, without a lock; then one short transaction looks whether
/// all that it saw is still so, and seals. [ReleaseWorker] takes it from there.
public final class Publisher {
  private final Drafts drafts;
  private final ReleaseChecks checks;
  private final ReleaseStore store;
  private final ProgressStore progress;
  private final Manifests manifests;
  private final Trials trials;
  private final Differences differences;
  private final ReleaseWorker worker;
  private final CarrierWiring wiring;
  private final PeopleInTheMiddle people;
  private final PeopleMoves moves;
  private final LiveReleases live;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Publisher(
      Drafts drafts,
      ReleaseChecks checks,
      ReleaseStore store,
      ProgressStore progress,
      Manifests manifests,
      Trials trials,
      Differences differences,
      ReleaseWorker worker,
      CarrierWiring wiring,
      PeopleInTheMiddle people,
      PeopleMoves moves,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    this.drafts = drafts;
    this.checks = checks;
    this.store = store;
    this.progress = progress;
    this.manifests = manifests;
    this.trials = trials;
    this.differences = differences;
    this.worker = worker;
    this.wiring = wiring;
    this.people = people;
    this.moves = moves;
    this.live = live;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// All that would stand in the way of a publish now, and what is worth knowing. Changes nothing.
  ///
  /// @param outside whether the world outside is asked, too, and waited for
  public Checked check(NamedApp app, Profile profile, ReleaseWish wish, boolean outside) {
    var place = store.deployment(app, profile.id());
    var draft = drafts.current(app.id());
    return switch (drafts.read(draft.document())) {
      case Drafts.Read.Unreadable(var problems) ->
          Checked.unreadable(problems.stream().map(Finding::of).toList(), draft.revision());
      case Drafts.Read.Understood content -> {
        var result =
            checks
                .check(app, content.app(), content.problems(), profile, place, wish.take())
                .with(fits(wish, place, content.app()))
                .with(Lifetimes.findings(content.app(), profile));
        var checked =
            checked(result, content, draft, profile, place, wish)
                .changing(
                    place
                        .liveRelease()
                        .map(this::manifest)
                        .map(live -> differs(app, content, profile, result, wish, live))
                        .orElse(Differences.Between.NONE));
        yield outside ? checked.with(tried(app, profile, result.targets())) : checked;
      }
    };
  }

  private Differences.Between differs(
      NamedApp app,
      Drafts.Read.Understood content,
      Profile profile,
      ReleaseChecks.Result result,
      ReleaseWish wish,
      Manifest live) {
    var next = Manifests.toCome(content.app(), profile, result.targets(), wish.alerts(), live);
    return differences.toCome(app, live, next);
  }

  /// What the world outside would say to a publish of the draft now. Waits for it.
  public List<Finding> tried(NamedApp app, Profile profile) {
    return switch (drafts.read(drafts.current(app.id()).document())) {
      case Drafts.Read.Unreadable _ -> List.of();
      case Drafts.Read.Understood content ->
          tried(app, profile, checks.targets(app, content.app(), profile));
    };
  }

  private List<Finding> tried(NamedApp app, Profile profile, Map<String, Target> targets) {
    return trials.of(Manifests.outside(app, profile, targets));
  }

  /// Publishes the draft at the revision that the caller saw.
  public PublishOutcome publish(
      NamedApp app, Profile profile, int seenRevision, ReleaseWish wish, Caller caller) {
    var draft = drafts.current(app.id());
    if (draft.revision() != seenRevision) {
      return new PublishOutcome.DraftMoved(seenRevision, draft.revision());
    }
    var place = store.deployment(app, profile.id());
    return understood(
        drafts.read(draft.document()),
        content -> {
          var result =
              checks
                  .check(app, content.app(), content.problems(), profile, place, wish.take())
                  .with(fits(wish, place, content.app()))
                  .with(Lifetimes.findings(content.app(), profile));
          if (wish.confirm().isPresent()
              && !wish.confirm()
                  .get()
                  .equals(checked(result, content, draft, profile, place, wish).confirm())) {
            return new PublishOutcome.ConfirmationStale();
          }
          return begin(
              new Plan(
                  ReleaseKind.PUBLISH,
                  Optional.empty(),
                  app,
                  profile,
                  place,
                  content,
                  OptionalInt.empty(),
                  draft.revision(),
                  true,
                  true,
                  Optional.empty(),
                  result,
                  wish),
              caller);
        });
  }

  private Checked checked(
      ReleaseChecks.Result result,
      Drafts.Read.Understood content,
      Draft draft,
      Profile profile,
      Deployment place,
      ReleaseWish wish) {
    var impact = people.impact(place.id(), content.app(), wish.people());
    return Checked.of(result, impact, draft, profile, place, wish.people());
  }

  /// Whether what people are to be moved by names places that exist.
  private List<Finding> fits(ReleaseWish wish, Deployment place, App next) {
    var old = place.liveRelease().flatMap(live::release).map(SealedRelease::app);
    return wish.people().places().stream()
        .flatMap(map -> old.stream().flatMap(it -> map.wrong(it, next).stream()))
        .map(
            it ->
                Finding.error(
                    Finding.Code.PEOPLE_MAP_WRONG,
                    it.place().path(),
                    it.text(),
                    "Name places of what is live now, each with one of what comes."))
        .toList();
  }

  private static PublishOutcome understood(
      Drafts.Read read, Function<Drafts.Read.Understood, PublishOutcome> then) {
    return switch (read) {
      case Drafts.Read.Unreadable(var problems) ->
          new PublishOutcome.Refused(problems.stream().map(Finding::of).toList());
      case Drafts.Read.Understood content -> then.apply(content);
    };
  }

  /// The version of a release under another profile, with that profile's settings and checks.
  public PublishOutcome promote(
      NamedApp app, Release origin, Profile to, ReleaseWish wish, Caller caller) {
    var place = store.deployment(app, to.id());
    return understood(
        content(app, origin),
        content ->
            begin(
                new Plan(
                    ReleaseKind.PROMOTION,
                    Optional.of(origin.id()),
                    app,
                    to,
                    place,
                    content,
                    OptionalInt.of(origin.version()),
                    origin.revision(),
                    false,
                    true,
                    Optional.empty(),
                    checks
                        .check(app, content.app(), content.problems(), to, place, wish.take())
                        .with(fits(wish, place, content.app()))
                        .with(Lifetimes.findings(content.app(), to)),
                    wish),
                caller));
  }

  /// An earlier release of the profile again, as a new release.
  public PublishOutcome rollBack(
      NamedApp app, Profile profile, Release origin, Scope scope, ReleaseWish wish, Caller caller) {
    var place = store.deployment(app, profile.id());
    if (origin.state() != ReleaseState.SUPERSEDED) {
      return new PublishOutcome.NoWayBack(
          switch (origin.state()) {
            case LIVE -> "Release #%d is what customers get now.".formatted(origin.number());
            case FAILED, CANCELLED ->
                "Release #%d never went live; there is nothing to go back to."
                    .formatted(origin.number());
            case SEALED, PREPARED, PROVEN, SUPERSEDED ->
                "Release #%d is still on its way.".formatted(origin.number());
          });
    }
    if (scope == Scope.DEFINITION && place.liveRelease().isEmpty()) {
      return new PublishOutcome.NoWayBack(
          "Nothing is live, so there are no values of today. Bring back everything.");
    }
    var sealed = manifest(origin.id());
    var today = scope == Scope.EVERYTHING ? sealed : manifest(place.liveRelease().orElseThrow());
    var settings = Manifests.asProfile(today, profile);
    return understood(
        content(app, origin),
        content ->
            begin(
                new Plan(
                    ReleaseKind.ROLLBACK,
                    Optional.of(origin.id()),
                    app,
                    settings,
                    place,
                    content,
                    OptionalInt.of(origin.version()),
                    origin.revision(),
                    false,
                    false,
                    scope == Scope.EVERYTHING ? Optional.of(sealed) : Optional.empty(),
                    // It ran as it is: what today's checks say of its document does not hold it up.
                    checks
                        .check(app, content.app(), List.of(), settings, place, wish.take())
                        .with(fits(wish, place, content.app())),
                    scope == Scope.EVERYTHING ? wish : wish.withAlerts(today.alerts())),
                caller));
  }

  /// Takes the entrances down and frees the resources. Journeys that began go on, or are ended as
  /// `then` says.
  public UnpublishOutcome unpublish(
      NamedApp app, Profile profile, PeoplePolicy then, Caller caller) {
    var place = store.deployment(app, profile.id());
    UnpublishOutcome outcome =
        transactions.execute(_ -> takeDown(app, profile, place, then, caller));
    live.refresh();
    return outcome instanceof UnpublishOutcome.Unpublished(var was, _)
        ? new UnpublishOutcome.Unpublished(was, handBack(place.id(), was.id()))
        : outcome;
  }

  private List<Finding> handBack(UUID deployment, UUID was) {
    var left = wiring.release(deployment, Map.of(), _ -> {});
    progress.rest(was);
    return left;
  }

  private UnpublishOutcome takeDown(
      NamedApp app, Profile profile, Deployment place, PeoplePolicy then, Caller caller) {
    var was =
        store.lock(place.id()).liveRelease().flatMap(id -> store.release(app.organization(), id));
    if (progress.openIn(place.id()).isPresent()) {
      return new UnpublishOutcome.Busy();
    }
    if (was.isEmpty()) {
      return new UnpublishOutcome.NotLive();
    }
    var now = clock.instant();
    store.claim(place.id(), Map.of());
    store.pointTo(place.id(), Optional.empty(), now);
    progress.move(was.get().id(), ReleaseState.LIVE, ReleaseState.SUPERSEDED, now);
    progress.renew(was.get().id(), now.plus(ReleaseWorker.LEASE)); // until carriers have it back
    if (!then.equals(PeoplePolicy.keep())) {
      moves.plan(place.id(), was.get().number() + 1, then, then.later().orElse(now), now);
    }
    write("release.unpublished", app, profile, was.get(), caller);
    return new UnpublishOutcome.Unpublished(was.get(), List.of());
  }

  private Drafts.Read content(NamedApp app, Release origin) {
    return drafts.read(store.document(app.id(), origin.version()).orElseThrow());
  }

  private Manifest manifest(UUID release) {
    return ManifestJson.read(store.manifest(release).orElseThrow());
  }

  private PublishOutcome begin(Plan plan, Caller caller) {
    if (plan.result().blocks()) {
      return new PublishOutcome.Refused(plan.result().findings());
    }
    var unanswered =
        plan.result().findings().stream()
            .filter(Finding::wantsReason)
            .filter(it -> plan.wish().accepted().stream().noneMatch(each -> each.covers(it)))
            .toList();
    if (!unanswered.isEmpty()) {
      return new PublishOutcome.WantsReasons(unanswered);
    }
    PublishOutcome outcome;
    try {
      outcome = transactions.execute(_ -> seal(plan, caller));
    } catch (DuplicateKeyException _) {
      return new PublishOutcome.Busy(); // another release of the deployment is on its way
    }
    if (outcome instanceof PublishOutcome.Started(var release)) {
      worker.begin(release);
    }
    return outcome;
  }

  private PublishOutcome seal(Plan plan, Caller caller) {
    var deployment = plan.place().id();
    var now = clock.instant();
    var standing = store.lock(deployment);
    if (plan.fromDraft() && standing.draftRevision() != plan.draftRevision()) {
      return new PublishOutcome.DraftMoved(plan.draftRevision(), standing.draftRevision());
    }
    if (plan.fromProfile() && standing.profileRevision() != plan.settings().revision()
        || !standing.liveRelease().equals(plan.place().liveRelease())) {
      return new PublishOutcome.Busy();
    }
    var version =
        plan.version()
            .orElseGet(
                () ->
                    store.version(
                        plan.app().id(), plan.content().hash(), plan.content().json(), now));
    var manifest = plan.verbatim().orElseGet(() -> manifests.of(plan, version));
    var written = ManifestJson.write(manifest);
    var id =
        store.add(
            deployment,
            new ReleaseStore.Sealing(
                plan.app().id(),
                version,
                written,
                Fingerprint.hex(written),
                plan.wish().note(),
                plan.draftRevision(),
                now,
                caller.name()));
    progress.open(
        new Progress(
            id,
            deployment,
            plan.kind(),
            ReleaseState.SEALED,
            standing.liveRelease(),
            plan.origin(),
            plan.wish(),
            Actor.of(caller),
            false),
        now.plus(ReleaseWorker.LEASE),
        now);
    progress.note(
        id,
        ReleaseStep.done(
            now, ReleaseStep.Stage.SEAL, "Sealed v%d with its settings.".formatted(version)));
    var sealed = store.release(plan.app().organization(), id).orElseThrow();
    write("release.sealed", plan.app(), plan.settings(), sealed, caller);
    return new PublishOutcome.Started(id);
  }

  private void write(String verb, NamedApp app, Profile profile, Release release, Caller caller) {
    var fact =
        new ReleaseFact(
            app.organization(),
            release.id(),
            app.name(),
            profile.name(),
            release.number(),
            release.version());
    journal.write(fact.told(verb, Actor.of(caller)));
  }
}
