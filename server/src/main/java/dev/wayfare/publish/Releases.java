package dev.wayfare.publish;

import dev.wayfare.app.Drafts;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was published, and what is live: only looks.
public final class Releases {
  private final ReleaseStore store;
  private final Drafts drafts;
  private final Profiles profiles;
  private final Entrances entrances;

  Releases(ReleaseStore store, Drafts drafts, Profiles profiles, Entrances entrances) {
    this.store = store;
    this.drafts = drafts;
    this.profiles = profiles;
    this.entrances = entrances;
  }

  /// Newest first; the history is complete.
  public List<Release> of(Profile profile, int before, int most) {
    return store.releases(profile.id(), before, most);
  }

  Optional<ReleaseView> find(NamedApp app, UUID release) {
    var profiles = this.profiles.of(app.id()).stream().map(Profile::id).toList();
    return store
        .release(app.organization(), release)
        .filter(found -> profiles.contains(found.profile()))
        .map(
            found -> {
              var manifest = manifest(found);
              return ReleaseView.of(found, manifest, entrances.of(manifest));
            });
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
          List.of());
    }
    var manifest = manifest(release.get());
    var changed = !drafts.current(app.id()).hash().equals(manifest.versionHash());
    return new LiveView(
        profile.id(),
        profile.name(),
        "Live v" + manifest.version() + (changed ? " · changed" : ""),
        true,
        changed,
        Optional.of(manifest.version()),
        release,
        place.flatMap(Deployment::liveSince),
        entrances.of(manifest));
  }

  private Manifest manifest(Release release) {
    return ManifestJson.read(store.manifest(release.id()).orElseThrow());
  }
}
