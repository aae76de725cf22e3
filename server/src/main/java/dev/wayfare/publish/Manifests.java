package dev.wayfare.publish;

import dev.wayfare.app.Binding;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.ProfileValue;
import dev.wayfare.app.Target;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Slot;
import dev.wayfare.resource.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Makes the manifest of a release from what was checked, and reads one as the settings it was made
/// of.
final class Manifests {
  /// No slot of a document has this name: it has a space.
  static final String PROGRAMS = "api address";

  private final ReleaseStore store;

  Manifests(ReleaseStore store) {
    this.store = store;
  }

  /// What a release of these settings would use of the world outside; without what only a sealed
  /// one has.
  static Outside outside(NamedApp app, Profile profile, Map<String, Target> targets) {
    var bindings = new HashMap<String, Bound>();
    targets.forEach((slot, target) -> bindings.put(slot, bound(target)));
    return new Outside(app.organization(), ReleaseKind.PUBLISH, profile.name(), bindings);
  }

  /// Makes starting links where there are none yet, so it belongs into the sealing transaction.
  Manifest of(Plan plan, int version) {
    return new Manifest(
        version,
        plan.content().hash(),
        plan.settings().environment(),
        plan.settings().settings(),
        bindings(plan),
        values(plan.content().app(), plan.settings()),
        secrets(plan.content().app(), plan.settings()),
        plan.wish().alerts());
  }

  /// What a publish of this app would seal of its settings, to be held against what is live; what
  /// is only made while it is sealed stands as it is in that.
  static Manifest toCome(
      App app, Profile profile, Map<String, Target> targets, AlertRules alerts, Manifest live) {
    var bindings = new HashMap<String, Bound>();
    for (var slot : app.slots()) {
      Optional.ofNullable(targets.get(slot.name()))
          .map(Manifests::bound)
          .or(() -> usual(slot, live))
          .ifPresent(bound -> bindings.put(slot.name(), bound));
    }
    if (!app.requested().isEmpty()) {
      Optional.ofNullable(live.bindings().get(PROGRAMS))
          .ifPresent(bound -> bindings.put(PROGRAMS, bound));
    }
    return new Manifest(
        live.version(),
        live.versionHash(),
        profile.environment(),
        profile.settings(),
        bindings,
        values(app, profile),
        secrets(app, profile),
        alerts);
  }

  private static Optional<Bound> usual(Slot slot, Manifest live) {
    return slot.kind() == Slot.Kind.LINKS
        ? Optional.of(new Bound.Home())
        : Optional.ofNullable(live.bindings().get(slot.name()))
            .filter(Bound.Link.class::isInstance);
  }

  /// What a manifest says, in the form of a profile, so that one set of checks serves both.
  static Profile asProfile(Manifest manifest, Profile named) {
    var bindings = new HashMap<String, Binding>();
    manifest
        .bindings()
        .forEach(
            (slot, bound) -> {
              switch (bound) {
                case Bound.Phone(var id, _) -> bindings.put(slot, new Binding.To(id));
                case Bound.Route(var id, _, _) -> bindings.put(slot, new Binding.To(id));
                case Bound.Domain(var id, _) -> bindings.put(slot, new Binding.To(id));
                case Bound.Email(var id, _) -> bindings.put(slot, new Binding.To(id));
                case Bound.Connection(var account) -> bindings.put(slot, new Binding.By(account));
                case Bound.Link _, Bound.Home() -> bindings.put(slot, new Binding.Default());
                case Bound.Programs _ -> {}
              }
            });
    var values = new HashMap<String, ProfileValue>();
    manifest.values().forEach((name, value) -> values.put(name, new ProfileValue.Plain(value)));
    values.putAll(manifest.secrets());
    return new Profile(
        named.id(),
        named.app(),
        named.name(),
        manifest.environment(),
        manifest.settings(),
        named.revision(),
        bindings,
        values);
  }

  private Map<String, Bound> bindings(Plan plan) {
    var bindings = new HashMap<String, Bound>();
    for (var slot : plan.content().app().slots()) {
      var target = Optional.ofNullable(plan.result().targets().get(slot.name()));
      var bound =
          target
              .map(Manifests::bound)
              .orElseGet(
                  () ->
                      switch (slot.kind()) {
                        case WEB -> new Bound.Link(link(plan.place().id(), slot.name()));
                        case LINKS -> new Bound.Home();
                        case TEXT, VOICE, CONNECTION, EMAIL ->
                            throw new IllegalStateException(
                                "the checks let an unbound slot through: " + slot.name());
                      });
      bindings.put(slot.name(), bound);
    }
    programs(plan).ifPresent(bound -> bindings.put(PROGRAMS, bound));
    return bindings;
  }

  private String link(UUID deployment, String trigger) {
    return store.startingLink(deployment, trigger);
  }

  /// The address programs call; generated once, the same for every release of the deployment.
  private Optional<Bound> programs(Plan plan) {
    var ways =
        plan.content().app().requested().stream()
            .map(api -> new Bound.Way(api.name(), api.method().name(), api.path().text()))
            .toList();
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bound.Programs(plan.app().name(), link(plan.place().id(), PROGRAMS), ways));
  }

  private static Bound bound(Target target) {
    return switch (target) {
      case Target.Through(Resource.Phone number) -> new Bound.Phone(number.id(), number.address());
      case Target.Through(Resource.Route route) ->
          new Bound.Route(route.id(), route.domain().map(Resource.Route.On::host), route.key());
      case Target.Through(Resource.Domain domain) -> new Bound.Domain(domain.id(), domain.host());
      case Target.Through(Resource.Email email) ->
          new Bound.Email(
              email.id(), new Sender(email.account(), email.address(), email.displayName()));
      case Target.By(var account) -> new Bound.Connection(account.id());
    };
  }

  private static Map<String, Object> values(App app, Profile profile) {
    var values = new HashMap<String, Object>();
    declared(app, profile)
        .forEach(
            (name, value) -> {
              if (value instanceof ProfileValue.Plain(var plain)) {
                values.put(name, plain);
              }
            });
    return values;
  }

  private static Map<String, ProfileValue.Hidden> secrets(App app, Profile profile) {
    var secrets = new HashMap<String, ProfileValue.Hidden>();
    declared(app, profile)
        .forEach(
            (name, value) -> {
              if (value instanceof ProfileValue.Hidden hidden) {
                secrets.put(name, hidden);
              }
            });
    return secrets;
  }

  private static Map<String, ProfileValue> declared(App app, Profile profile) {
    var declared = new HashMap<>(profile.values());
    declared.keySet().retainAll(app.profileValues().keySet());
    return declared;
  }
}
