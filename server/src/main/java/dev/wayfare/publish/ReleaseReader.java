package dev.wayfare.publish;

import dev.wayfare.app.ProfileValue;
import dev.wayfare.app.Profiles;
import dev.wayfare.app.ValueTypes;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.flow.App;
import dev.wayfare.flow.json.Documents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads releases back as they run, live and superseded ones alike. An app is read once for each
/// version, and its releases share it.
final class ReleaseReader {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseReader.class);
  private static final int MOST_RELEASES = 2_000;
  private static final int MOST_APPS = 1_000;

  private final PgRoutingStore routing;
  private final ReleaseStore store;
  private final Profiles profiles;
  private final Documents documents;
  private final PublicUrl url;
  private final Recent<UUID, SealedRelease> releases = new Recent<>(MOST_RELEASES);
  private final Recent<AppVersion, App> apps = new Recent<>(MOST_APPS);

  ReleaseReader(
      PgRoutingStore routing,
      ReleaseStore store,
      Profiles profiles,
      Documents documents,
      PublicUrl url) {
    this.routing = routing;
    this.store = store;
    this.profiles = profiles;
    this.documents = documents;
    this.url = url;
  }

  private record AppVersion(UUID app, int version) {}

  Optional<SealedRelease> release(UUID id) {
    return releases.get(id, () -> routing.release(id).flatMap(this::sealed));
  }

  private Optional<SealedRelease> sealed(PgRoutingStore.Kept kept) {
    var version = new AppVersion(kept.app(), kept.version());
    return apps.get(version, () -> read(version)).map(app -> sealed(kept, app));
  }

  /// A version that this server cannot read any more answers nobody, and takes nobody else down.
  private Optional<App> read(AppVersion version) {
    var app =
        store
            .document(version.app(), version.version())
            .flatMap(document -> documents.read(document).app());
    if (app.isEmpty()) {
      LOG.error("Version {} of app {} cannot be read", version.version(), version.app());
    }
    return app;
  }

  private SealedRelease sealed(PgRoutingStore.Kept kept, App app) {
    var manifest = kept.manifest();
    var bindings = new HashMap<String, String>();
    var connections = new HashMap<String, UUID>();
    var senders = new HashMap<String, Sender>();
    manifest
        .bindings()
        .forEach(
            (slot, bound) -> {
              bindings.put(slot, bound.address());
              switch (bound) {
                case Bound.Connection(var account) -> connections.put(slot, account);
                case Bound.Email(_, var sender) -> senders.put(slot, sender);
                case Bound.Phone _,
                    Bound.Route _,
                    Bound.Domain _,
                    Bound.Link _,
                    Bound.Programs _,
                    Bound.Home() -> {}
              }
            });
    return new SealedRelease(
        kept.id(),
        kept.number(),
        kept.deployment(),
        kept.organization(),
        manifest.environment(),
        kept.app(),
        kept.appName(),
        kept.profile(),
        kept.version(),
        app,
        values(app, manifest),
        bindings,
        connections,
        senders,
        manifest.alerts(),
        manifest.settings(),
        links(manifest).at("/u"));
  }

  /// Where its journey links live: on the domain that it is bound to, if it is to one.
  private PublicUrl links(Manifest manifest) {
    return manifest.bindings().values().stream()
        .filter(Bound.Domain.class::isInstance)
        .findFirst()
        .map(domain -> url.under(domain.address()))
        .orElse(url);
  }

  /// Every declared value: as it was sealed, or what the document gives it.
  private Map<String, Object> values(App app, Manifest manifest) {
    var ids = manifest.secrets().values().stream().map(ProfileValue.Hidden::id).toList();
    var secrets = profiles.secrets(ids);
    var values = new HashMap<String, Object>();
    app.profileValues()
        .forEach(
            (name, declared) -> {
              var plain = manifest.values().get(name);
              var hidden = manifest.secrets().get(name);
              if (plain != null) {
                values.put(name, ValueTypes.plain(declared.type(), plain));
              } else if (hidden != null) {
                values.put(
                    name, Optional.ofNullable(secrets.get(hidden.id())).orElseThrow().reveal());
              } else {
                values.put(name, declared.first());
              }
            });
    return values;
  }
}
