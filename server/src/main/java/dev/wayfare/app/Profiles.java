package dev.wayfare.app;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Slot;
import dev.wayfare.flow.Type;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.Secret;
import dev.wayfare.resource.Environment;
import dev.wayfare.resource.Environments;
import dev.wayfare.resource.IdOrName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// The profiles of apps: which environment, bindings, values and settings. Nothing here reaches
/// customers before the next publish.
public final class Profiles {

  /// The ready-made ones, and the environment each begins with.
  private static final List<Map.Entry<String, String>> READY_MADE =
      List.of(
          Map.entry("Development", Environments.DEVELOPMENT),
          Map.entry("QA", Environments.STAGING),
          Map.entry("Production", Environments.PRODUCTION));

  private final PgProfileStore store;
  private final Environments environments;
  private final Journal journal;
  private final TransactionOperations transactions;

  Profiles(
      PgProfileStore store,
      Environments environments,
      Journal journal,
      TransactionOperations transactions) {
    this.store = store;
    this.environments = environments;
    this.journal = journal;
    this.transactions = transactions;
  }

  public List<Profile> of(UUID app) {
    return store.list(app);
  }

  public Optional<Profile> find(UUID app, IdOrName which) {
    return store.list(app).stream()
        .filter(
            one ->
                which.id().filter(one.id()::equals).isPresent()
                    || one.name().equalsIgnoreCase(which.name()))
        .findFirst();
  }

  /// The secrets that a release was sealed with.
  public Map<UUID, Secret> secrets(Collection<UUID> wanted) {
    return store.secrets(wanted);
  }

  void ready(OrganizationId organization) {
    environments.of(organization);
  }

  void addReadyMade(NamedApp app) {
    var there = environments.of(app.organization());
    for (var entry : READY_MADE) {
      var environment =
          there.stream()
              .filter(one -> one.name().equals(entry.getValue()))
              .findFirst()
              .orElse(there.getFirst());
      store.add(app.id(), entry.getKey(), environment.id(), ProfileSettings.READY_MADE);
    }
  }

  /// A new profile: empty, or with the settings, plain values and bindings of another one.
  ChangeProfile create(
      NamedApp app, String name, Environment environment, Optional<Profile> from, Caller caller) {
    try {
      return transactions.execute(
          _ -> {
            var settings = from.map(Profile::settings).orElse(ProfileSettings.READY_MADE);
            var id = store.add(app.id(), name, environment.id(), settings);
            from.ifPresent(other -> copy(other, id, environment));
            write("profile.created", app, id, name, caller);
            return changed(app, id);
          });
    } catch (DuplicateKeyException _) {
      return new ChangeProfile.NameTaken();
    }
  }

  /// Bindings come along only into the same environment; secrets never.
  private void copy(Profile from, UUID to, Environment environment) {
    from.values()
        .forEach(
            (name, value) -> {
              switch (value) {
                case ProfileValue.Plain(var plain) -> store.set(to, name, plain);
                case ProfileValue.Hidden _ -> {}
              }
            });
    if (from.environment().equals(environment.id())) {
      from.bindings().forEach((slot, binding) -> store.bind(to, slot, binding));
    }
  }

  ChangeProfile change(
      NamedApp app,
      Profile profile,
      String name,
      Environment environment,
      ProfileSettings settings,
      Optional<Integer> seen,
      Caller caller) {
    try {
      return changing(
          app,
          profile,
          seen,
          () -> {
            store.rename(profile.id(), name);
            store.change(profile.id(), environment.id(), settings);
            write("profile.changed", app, profile.id(), name, caller);
          });
    } catch (DuplicateKeyException _) {
      return new ChangeProfile.NameTaken();
    }
  }

  /// Binds a slot of the draft. What can never fit is refused here; the rest is for the publish.
  ChangeProfile bind(
      NamedApp app,
      App draft,
      Profile profile,
      String slot,
      Optional<Target> target,
      Optional<Integer> seen,
      Caller caller) {
    var place = "bindings/" + slot;
    var wanted = draft.slots().stream().filter(one -> one.name().equals(slot)).findFirst();
    if (wanted.isEmpty()) {
      return ChangeProfile.refused(
          "SLOT_UNKNOWN",
          place,
          "The draft has no slot \"%s\"; it has %s."
              .formatted(slot, draft.slots().stream().map(Slot::name).toList()),
          "Save the draft that needs it first.");
    }
    var misfit = target.flatMap(it -> Slots.misfit(wanted.get(), it));
    if (misfit.isPresent()) {
      return ChangeProfile.refused("SLOT_WRONG_CAPABILITY", place, misfit.get(), "");
    }
    if (target.isEmpty() && !Slots.hasDefault(wanted.get())) {
      return ChangeProfile.refused(
          "SLOT_HAS_NO_DEFAULT",
          place,
          "The slot \"%s\" needs %s; there is no default."
              .formatted(slot, Slots.need(wanted.get())),
          "");
    }
    if (target.isPresent() && !target.get().environment().equals(profile.environment())) {
      return ChangeProfile.refused(
          "RESOURCE_ELSEWHERE",
          place,
          "%s belongs to another environment than the profile %s."
              .formatted(target.get().title(), profile.name()),
          "Use one of the profile's environment.");
    }
    var binding = target.map(Profiles::binding).orElseGet(Binding.Default::new);
    return changing(
        app,
        profile,
        seen,
        () -> {
          store.bind(profile.id(), slot, binding);
          write("binding.changed", app, profile.id(), profile.name(), caller);
        });
  }

  private static Binding binding(Target target) {
    return switch (target) {
      case Target.Through(var resource) -> new Binding.To(resource.id());
      case Target.By(var account) -> new Binding.By(account.id());
    };
  }

  ChangeProfile unbind(
      NamedApp app, Profile profile, String slot, Optional<Integer> seen, Caller caller) {
    return changing(
        app,
        profile,
        seen,
        () -> {
          store.unbind(profile.id(), slot);
          write("binding.changed", app, profile.id(), profile.name(), caller);
        });
  }

  /// Sets and (where the new value is empty) removes values, all or none, typed as the draft
  /// declares them.
  ChangeProfile set(
      NamedApp app,
      App draft,
      Profile profile,
      Map<String, Optional<Object>> values,
      Optional<Integer> seen,
      Caller caller) {
    var misfits = new ArrayList<ChangeProfile.Misfit>();
    values.forEach((name, value) -> misfit(draft, name, value).ifPresent(misfits::add));
    if (!misfits.isEmpty()) {
      return new ChangeProfile.Refused(List.copyOf(misfits));
    }
    return changing(
        app,
        profile,
        seen,
        () -> {
          values.forEach((name, value) -> set(draft, profile, name, value));
          write("value.changed", app, profile.id(), profile.name(), caller);
        });
  }

  private static Optional<ChangeProfile.Misfit> misfit(
      App draft, String name, Optional<Object> value) {
    var declared = Optional.ofNullable(draft.profileValues().get(name));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (declared.isEmpty()) {
      return Optional.of(
          new ChangeProfile.Misfit(
              "VALUE_UNKNOWN",
              "values/" + name,
              "The draft declares no profile value %s.".formatted(name),
              "Declare it under profile_values, or leave it out."));
    }
    var type = declared.get().type();
    return ValueTypes.fits(type, value.get())
        ? Optional.empty()
        : Optional.of(
            new ChangeProfile.Misfit(
                "VALUE_WRONG",
                "values/" + name,
                "Expected %s for %s.".formatted(ValueTypes.expected(type), name),
                ""));
  }

  private void set(App draft, Profile profile, String name, Optional<Object> value) {
    if (value.isEmpty()) {
      store.unset(profile.id(), name);
      return;
    }
    var declared = draft.profileValues().get(name);
    if (declared != null && declared.type() == Type.SECRET) {
      hide(profile, name, Secret.of(value.get().toString()));
    } else {
      store.set(profile.id(), name, value.get());
    }
  }

  /// The same secret again changes nothing, so that its fingerprint stays.
  private void hide(Profile profile, String name, Secret secret) {
    var same =
        profile.values().get(name) instanceof ProfileValue.Hidden(var id, _)
            && secret.equals(store.secrets(List.of(id)).get(id));
    if (!same) {
      store.hide(profile.id(), name, secret);
    }
  }

  private ChangeProfile changing(
      NamedApp app, Profile profile, Optional<Integer> seen, Runnable work) {
    return transactions.execute(
        _ -> {
          if (!store.move(profile.id(), seen)) {
            return new ChangeProfile.Moved(current(app, profile.id()).revision());
          }
          work.run();
          return changed(app, profile.id());
        });
  }

  private void write(String verb, NamedApp app, UUID profile, String name, Caller caller) {
    journal.write(
        Fact.of(caller, verb, Subject.of("profile", profile, name)).with("app", app.name()));
  }

  private ChangeProfile changed(NamedApp app, UUID profile) {
    return new ChangeProfile.Changed(current(app, profile));
  }

  private Profile current(NamedApp app, UUID profile) {
    return find(app.id(), new IdOrName(Optional.of(profile), profile.toString())).orElseThrow();
  }
}
