package dev.wayfare.publish;

import dev.wayfare.app.Draft;
import dev.wayfare.app.Drafts;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.ProfileValue;
import dev.wayfare.app.Target;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.record.RecordChange;
import dev.wayfare.record.RecordPlans;
import dev.wayfare.resource.Resource;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Publishes an app under a profile, and takes it down again.
///
/// Everything is read and checked first, without a lock; then one short transaction looks whether
/// all that it saw is still so, seals, and moves one pointer.
public final class Publisher {
  /// No slot of a document has this name: it has a space.
  static final String PROGRAMS = "api address";

  private final Drafts drafts;
  private final ReleaseChecks checks;
  private final ReleaseStore store;
  private final Entrances entrances;
  private final RecordPlans records;
  private final LiveReleases live;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Publisher(
      Drafts drafts,
      ReleaseChecks checks,
      ReleaseStore store,
      Entrances entrances,
      RecordPlans records,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    this.drafts = drafts;
    this.checks = checks;
    this.store = store;
    this.entrances = entrances;
    this.records = records;
    this.live = live;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What was found, and what would become of stored records.
  public record Checked(List<Finding> findings, List<RecordChange> records) {}

  /// All that would stand in the way of a publish now, and what is worth knowing. Changes nothing.
  public Checked check(NamedApp app, Profile profile) {
    var place = store.deployment(app, profile.id());
    return switch (drafts.read(drafts.current(app.id()).document())) {
      case Drafts.Read.Unreadable(var problems) ->
          new Checked(problems.stream().map(Finding::of).toList(), List.of());
      case Drafts.Read.Understood readable -> {
        var result = checks.check(app, readable.app(), readable.problems(), profile, place);
        yield new Checked(result.findings(), result.records());
      }
    };
  }

  /// Publishes the draft at the revision that the caller saw.
  public PublishOutcome publish(
      NamedApp app, Profile profile, int seenRevision, String note, Caller caller) {
    var place = store.deployment(app, profile.id());
    var draft = drafts.current(app.id());
    if (draft.revision() != seenRevision) {
      return new PublishOutcome.DraftMoved(seenRevision, draft.revision());
    }
    return switch (drafts.read(draft.document())) {
      case Drafts.Read.Unreadable(var problems) ->
          new PublishOutcome.Refused(problems.stream().map(Finding::of).toList());
      case Drafts.Read.Understood readable -> {
        var result = checks.check(app, readable.app(), readable.problems(), profile, place);
        yield result.blocks()
            ? new PublishOutcome.Refused(result.findings())
            : seal(new Plan(app, profile, place, draft, readable, result, note), caller);
      }
    };
  }

  /// Takes the entrances down and frees the resources. Journeys that began go on.
  public UnpublishOutcome unpublish(NamedApp app, Profile profile, Caller caller) {
    var place = store.deployment(app, profile.id());
    UnpublishOutcome outcome =
        transactions.execute(
            _ -> {
              var was =
                  store
                      .lock(place.id())
                      .liveRelease()
                      .flatMap(id -> store.release(app.organization(), id));
              if (was.isEmpty()) {
                return new UnpublishOutcome.NotLive();
              }
              store.claim(place.id(), Map.of());
              store.pointTo(place.id(), Optional.empty(), clock.instant());
              write("release.unpublished", app, profile, was.get(), caller);
              return new UnpublishOutcome.Unpublished(was.get());
            });
    live.refresh();
    return outcome;
  }

  /// What was read and found good, to be sealed if it is still so.
  private record Plan(
      NamedApp app,
      Profile profile,
      Deployment place,
      Draft draft,
      Drafts.Read.Understood readable,
      ReleaseChecks.Result result,
      String note) {}

  private PublishOutcome seal(Plan plan, Caller caller) {
    PublishOutcome outcome;
    try {
      outcome = transactions.execute(_ -> sealAndSwitch(plan, caller));
    } catch (DuplicateKeyException _) {
      return taken(plan);
    }
    live.refresh();
    return outcome;
  }

  /// Somebody took a resource between our look and our switch; look again to name them.
  private PublishOutcome taken(Plan plan) {
    var again =
        checks.check(
            plan.app(),
            plan.readable().app(),
            plan.readable().problems(),
            plan.profile(),
            plan.place());
    return again.blocks()
        ? new PublishOutcome.Refused(again.findings())
        : new PublishOutcome.Busy();
  }

  private PublishOutcome sealAndSwitch(Plan plan, Caller caller) {
    var deployment = plan.place().id();
    var now = clock.instant();
    var standing = store.lock(deployment);
    if (standing.draftRevision() != plan.draft().revision()) {
      return new PublishOutcome.DraftMoved(plan.draft().revision(), standing.draftRevision());
    }
    if (standing.profileRevision() != plan.profile().revision()
        || !standing.liveRelease().equals(plan.place().liveRelease())) {
      return new PublishOutcome.Busy();
    }
    var carried =
        ReleaseChecks.refused(
            records.apply(
                ReleaseChecks.records(
                    plan.app(), plan.profile(), plan.place(), plan.readable().app()),
                now));
    if (!carried.isEmpty()) {
      return new PublishOutcome.Refused(carried);
    }
    var hash = plan.readable().hash();
    var version = store.version(plan.app().id(), hash, plan.readable().json(), now);
    var manifest = manifest(plan, version);
    var written = ManifestJson.write(manifest);
    var id =
        store.add(
            deployment,
            new ReleaseStore.Sealing(
                plan.app().id(),
                version,
                written,
                Fingerprint.hex(written),
                plan.note(),
                plan.draft().revision(),
                now,
                caller.name()));
    store.claim(deployment, manifest.bindings());
    store.pointTo(deployment, Optional.of(id), now);
    var release = store.release(plan.app().organization(), id).orElseThrow();
    write("release.live", plan.app(), plan.profile(), release, caller);
    return new PublishOutcome.Published(release, entrances.of(manifest), plan.result().findings());
  }

  private Manifest manifest(Plan plan, int version) {
    var bindings = new HashMap<String, Bound>();
    for (var slot : plan.readable().app().slots()) {
      var target = Optional.ofNullable(plan.result().targets().get(slot.name()));
      var bound =
          target
              .map(Publisher::bound)
              .orElseGet(
                  () ->
                      switch (slot.kind()) {
                        case WEB ->
                            new Bound.Link(store.startingLink(plan.place().id(), slot.name()));
                        case LINKS -> new Bound.Home();
                        case TEXT, VOICE, CONNECTION, EMAIL ->
                            throw new IllegalStateException(
                                "the checks let an unbound slot through: " + slot.name());
                      });
      bindings.put(slot.name(), bound);
    }
    programs(plan).ifPresent(bound -> bindings.put(PROGRAMS, bound));
    var values = new HashMap<String, Object>();
    var secrets = new HashMap<String, ProfileValue.Hidden>();
    plan.profile()
        .values()
        .forEach(
            (name, value) -> {
              if (plan.readable().app().profileValues().containsKey(name)) {
                switch (value) {
                  case ProfileValue.Plain(var plain) -> values.put(name, plain);
                  case ProfileValue.Hidden hidden -> secrets.put(name, hidden);
                }
              }
            });
    return new Manifest(
        version,
        plan.readable().hash(),
        plan.profile().environment(),
        plan.profile().settings(),
        bindings,
        values,
        secrets);
  }

  /// The address programs call; generated once, the same for every release of the deployment.
  private Optional<Bound> programs(Plan plan) {
    var ways =
        plan.readable().app().requested().stream()
            .map(api -> new Bound.Way(api.name(), api.method().name(), api.path().text()))
            .toList();
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bound.Programs(
                plan.app().name(), store.startingLink(plan.place().id(), PROGRAMS), ways));
  }

  private static Bound bound(Target target) {
    return switch (target) {
      case Target.Through(Resource.Phone number) -> new Bound.Phone(number.id(), number.address());
      case Target.Through(Resource.Route route) -> new Bound.Route(route.id(), route.key());
      case Target.Through(Resource.Email email) ->
          new Bound.Email(
              email.id(), new Sender(email.account(), email.address(), email.displayName()));
      case Target.By(var account) -> new Bound.Connection(account.id());
    };
  }

  private void write(String verb, NamedApp app, Profile profile, Release release, Caller caller) {
    var name = "%s %s #%d".formatted(app.name(), profile.name(), release.number());
    journal.write(
        Fact.of(caller, verb, Subject.of("release", release.id(), name))
            .with("app", app.name())
            .with("profile", profile.name())
            .with("release", release.number())
            .with("version", release.version()));
  }
}
