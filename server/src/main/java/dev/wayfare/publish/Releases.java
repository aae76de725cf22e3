package dev.wayfare.publish;

import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was published, and what is live: only looks.
public final class Releases {
  private final ReleaseStore store;
  private final ProgressStore progress;
  private final LiveReleases live;
  private final ReleaseChecks checks;
  private final Differences differences;
  private final Entrances entrances;

  Releases(
      ReleaseStore store,
      ProgressStore progress,
      LiveReleases live,
      ReleaseChecks checks,
      Differences differences,
      Entrances entrances) {
    this.store = store;
    this.progress = progress;
    this.live = live;
    this.checks = checks;
    this.differences = differences;
    this.entrances = entrances;
  }

  /// Newest first; the history is complete.
  public List<Release> of(Profile profile, int before, int most) {
    return store.releases(profile.id(), before, most);
  }

  Optional<Release> one(NamedApp app, UUID release) {
    return store.releaseOf(app, release);
  }

  Optional<ReleaseView> find(NamedApp app, UUID release) {
    return one(app, release)
        .map(
            found -> {
              var manifest = manifest(found);
              return ReleaseView.of(
                  found,
                  manifest,
                  entrances.of(manifest),
                  progress.find(release).map(it -> it.wish().accepted()).orElse(List.of()),
                  progress.steps(release));
            });
  }

  /// A release that exists, with how far it has come.
  ReleaseAnswers.BegunView begun(UUID release) {
    var found = store.release(release).orElseThrow();
    return new ReleaseAnswers.BegunView(
        found, entrances.of(manifest(found)), progress.steps(release));
  }

  boolean cancel(UUID release) {
    return progress.askCancel(release);
  }

  /// Whom the live release tells: what the next publish begins with.
  AlertRules alerts(Profile profile) {
    return store
        .findDeployment(profile.id())
        .flatMap(Deployment::liveRelease)
        .flatMap(store::manifest)
        .map(ManifestJson::read)
        .map(Manifest::alerts)
        .orElse(AlertRules.NONE);
  }

  List<Version> versions(NamedApp app, int before, int most) {
    return store.versions(app.id(), before, most);
  }

  Optional<String> document(NamedApp app, int version) {
    return store.document(app.id(), version);
  }

  LiveView live(NamedApp app, Profile profile) {
    var place = store.findDeployment(profile.id());
    var release =
        place.flatMap(Deployment::liveRelease).flatMap(id -> store.release(app.organization(), id));
    if (release.isEmpty()) {
      return new LiveView(
          profile.id(),
          profile.name(),
          "Not published",
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          place.flatMap(it -> progress.openIn(it.id())),
          List.of());
    }
    var manifest = manifest(release.get());
    var back = rolledBack(release.get());
    var changes = differences(app, profile, release.get(), manifest).counted();
    return new LiveView(
        profile.id(),
        profile.name(),
        "Live v"
            + manifest.version()
            + back.map(it -> back(it, manifest)).orElse("")
            + (changes.isEmpty() ? "" : " · " + changes),
        true,
        !changes.isEmpty(),
        Optional.of(manifest.version()),
        release,
        place.flatMap(Deployment::liveSince),
        back,
        place.flatMap(it -> progress.openIn(it.id())),
        entrances.of(manifest, store.held(place.orElseThrow().id())));
  }

  /// How the draft differs from what is live, and what the profile says of that by now.
  private Differences.Between differences(
      NamedApp app, Profile profile, Release release, Manifest manifest) {
    var sealed = live.release(release.id()).orElseThrow().app();
    var targets = checks.targets(app, sealed, profile);
    return differences.toCome(
        app, manifest, Manifests.toCome(sealed, profile, targets, manifest.alerts(), manifest));
  }

  /// Where only settings came back, the version says nothing.
  private static String back(LiveView.RolledBack back, Manifest live) {
    return back.from() == live.version()
        ? " · rolled back to release #" + back.to()
        : " · rolled back from v" + back.from();
  }

  /// Until the next publish a profile says that it was rolled back.
  private static Optional<LiveView.RolledBack> rolledBack(Release release) {
    return release.kind() == ReleaseKind.ROLLBACK
        ? Optional.of(
            new LiveView.RolledBack(
                release.origin().orElseThrow(), release.replaced().orElse(release.version())))
        : Optional.empty();
  }

  private Manifest manifest(Release release) {
    return ManifestJson.read(store.manifest(release.id()).orElseThrow());
  }
}
