package dev.wayfare.publish;

import dev.wayfare.app.Binding;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.ProfileValue;
import dev.wayfare.app.Slots;
import dev.wayfare.app.Target;
import dev.wayfare.app.Targets;
import dev.wayfare.app.ValueTypes;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Severity;
import dev.wayfare.flow.Slot;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Variable;
import dev.wayfare.record.RecordChange;
import dev.wayfare.record.RecordPlace;
import dev.wayfare.record.RecordPlans;
import dev.wayfare.resource.Domains;
import dev.wayfare.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Everything that must hold before a release can go live. All is told at once, nothing is changed.
final class ReleaseChecks {
  private final Targets targets;
  private final ReleaseStore store;
  private final RecordPlans records;
  private final Domains domains;

  ReleaseChecks(Targets targets, ReleaseStore store, RecordPlans records, Domains domains) {
    this.domains = domains;
    this.targets = targets;
    this.store = store;
    this.records = records;
  }

  /// What was found, what every slot is bound to that has no default, and what becomes of stored
  /// records.
  record Result(List<Finding> findings, Map<String, Target> targets, List<RecordChange> records) {
    boolean blocks() {
      return findings.stream().anyMatch(Finding::blocks);
    }

    Result with(List<Finding> more) {
      return new Result(Stream.concat(findings.stream(), more.stream()).toList(), targets, records);
    }
  }

  /// @param take addresses that may be taken over from other deployments of the organization
  Result check(
      NamedApp app,
      App definition,
      List<Problem> problems,
      Profile profile,
      Deployment place,
      Set<String> take) {
    var findings = new ArrayList<Finding>();
    problems.forEach(problem -> findings.add(Finding.of(problem)));
    startable(definition, findings);
    var bound = new LinkedHashMap<Slot, Target>();
    named(definition, profile, findings);
    for (var slot : definition.slots()) {
      slot(app, slot, profile, findings).ifPresent(it -> bound.put(slot, it));
    }
    twice(bound, profile, findings);
    held(app, bound, profile, place, take, findings);
    var targets = new LinkedHashMap<String, Target>();
    bound.forEach((slot, target) -> targets.put(slot.name(), target));
    definition.profileValues().values().forEach(it -> value(it, profile, findings));
    var plan = records.plan(records(app, profile, place, definition));
    findings.addAll(refused(plan));
    return new Result(List.copyOf(findings), targets, plan);
  }

  /// What every slot is bound to that has no default, as [#check] gives it, whatever else is wrong.
  Map<String, Target> targets(NamedApp app, App definition, Profile profile) {
    var unasked = new ArrayList<Finding>();
    var targets = new LinkedHashMap<String, Target>();
    for (var slot : definition.slots()) {
      slot(app, slot, profile, unasked).ifPresent(it -> targets.put(slot.name(), it));
    }
    return targets;
  }

  /// Where the records of a profile stand.
  static RecordPlace records(NamedApp app, Profile profile, Deployment place, App definition) {
    return new RecordPlace(
        app.organization().value(), profile.environment(), place.id(), definition.recordTypes());
  }

  /// What stored records stand against.
  static List<Finding> refused(List<RecordChange> plan) {
    return plan.stream()
        .filter(RecordChange::refused)
        .map(
            change ->
                Finding.error(
                    Finding.Code.RECORDS_UNFIT,
                    "records/"
                        + change.type()
                        + (change.field().isEmpty() ? "" : "/fields/" + change.field()),
                    change.text(),
                    "Mend these records, or declare the type so that they fit."))
        .toList();
  }

  private static void startable(App definition, List<Finding> findings) {
    var code = Problem.Code.TRIGGER_MISSING.name();
    var told = findings.stream().anyMatch(it -> it.blocks() && it.code().equals(code));
    if (definition.triggers().isEmpty() && !told) {
      findings.add(
          new Finding(
              code,
              Severity.ERROR,
              "triggers",
              "Nothing can start a journey: the app has no trigger.",
              "Add a text or web trigger."));
    }
  }

  /// A profile binds slots by name, so two of them cannot share one.
  private static void named(App definition, Profile profile, List<Finding> findings) {
    var kinds = new LinkedHashMap<String, Slot>();
    for (var slot : definition.slots()) {
      var other = kinds.putIfAbsent(slot.name(), slot);
      if (other != null) {
        findings.add(
            Finding.error(
                Finding.Code.SLOT_NAME_TWICE,
                place(profile, "bindings/" + slot.name()),
                "\"%s\" is the name of two slots: one needs %s, the other %s."
                    .formatted(slot.name(), Slots.need(other), Slots.need(slot)),
                "Give the connection, address or trigger another name."));
      }
    }
  }

  private Optional<Target> slot(NamedApp app, Slot slot, Profile profile, List<Finding> findings) {
    var place = place(profile, "bindings/" + slot.name());
    var binding =
        Optional.ofNullable(profile.bindings().get(slot.name()))
            .filter(it -> !(it instanceof Binding.Default));
    if (binding.isPresent()) {
      var target = targets.of(app.organization(), binding.get());
      if (target.isEmpty()) {
        findings.add(
            Finding.error(
                Finding.Code.RESOURCE_GONE,
                place,
                "What is bound to \"%s\" no longer exists.".formatted(slot.name()),
                "Bind another one."));
      }
      target.ifPresent(it -> fits(slot, it, profile, place, findings));
      target.flatMap(ReleaseChecks::host).ifPresent(it -> proven(app, it, place, findings));
      return target;
    }
    if (!Slots.hasDefault(slot)) {
      findings.add(
          Finding.error(
              Finding.Code.SLOT_UNBOUND,
              place,
              "The slot \"%s\" needs %s under %s, and none is bound."
                  .formatted(slot.name(), Slots.need(slot), profile.name()),
              "Bind one in the profile's settings."));
    }
    return Optional.empty();
  }

  private static void fits(
      Slot slot, Target target, Profile profile, String place, List<Finding> findings) {
    Slots.misfit(slot, target)
        .ifPresent(
            text ->
                findings.add(
                    Finding.error(
                        Finding.Code.SLOT_WRONG_CAPABILITY, place, text, "Bind another one.")));
    if (!target.environment().equals(profile.environment())) {
      findings.add(
          Finding.error(
              Finding.Code.RESOURCE_ELSEWHERE,
              place,
              "%s belongs to another environment than the profile %s."
                  .formatted(target.title(), profile.name()),
              "Use one of the profile's environment."));
    }
  }

  /// The domain that something lives on.
  private static Optional<String> host(Target target) {
    return switch (target) {
      case Target.Through(Resource.Route route) -> route.domain().map(Resource.Route.On::host);
      case Target.Through(Resource.Domain domain) -> Optional.of(domain.host());
      case Target.Through(Resource.Phone _), Target.Through(Resource.Email _) -> Optional.empty();
      case Target.By _ -> Optional.empty();
    };
  }

  private void proven(NamedApp app, String host, String place, List<Finding> findings) {
    if (!domains.verified(app.organization(), host)) {
      findings.add(
          Finding.error(
              Finding.Code.DOMAIN_UNVERIFIED,
              place,
              "Nobody has proven yet that %s belongs to this organization.".formatted(host),
              "Make the record that the domain's page names, and have it verified."));
    }
  }

  /// A number may answer texts and calls of one app, but nothing serves two slots of one kind.
  private static void twice(Map<Slot, Target> bound, Profile profile, List<Finding> findings) {
    record Taken(UUID resource, Slot.Kind kind) {}
    var first = new LinkedHashMap<Taken, String>();
    bound.forEach(
        (slot, target) ->
            taken(target)
                .map(it -> new Taken(it.id(), slot.kind()))
                .map(it -> first.putIfAbsent(it, slot.name()))
                .ifPresent(
                    other ->
                        findings.add(
                            Finding.error(
                                Finding.Code.RESOURCE_TWICE,
                                place(profile, "bindings/" + slot.name()),
                                "%s is bound to \"%s\" already.".formatted(target.title(), other),
                                "Give each slot a resource of its own."))));
  }

  /// The resource that a deployment has for itself.
  private static Optional<Resource> taken(Target target) {
    return switch (target) {
      case Target.Through(Resource.Phone number) -> Optional.of(number);
      case Target.Through(Resource.Route route) -> Optional.of(route);
      case Target.Through(Resource.Email _), Target.Through(Resource.Domain _) -> Optional.empty();
      case Target.By _ -> Optional.empty();
    };
  }

  private void held(
      NamedApp app,
      Map<Slot, Target> bound,
      Profile profile,
      Deployment place,
      Set<String> take,
      List<Finding> findings) {
    var slots = new LinkedHashMap<String, String>();
    bound.forEach(
        (slot, target) ->
            taken(target).ifPresent(it -> slots.putIfAbsent(it.address(), slot.name())));
    for (var holder : store.holders(slots.keySet())) {
      var ours = holder.organization().equals(app.organization());
      if (!holder.deployment().equals(place.id()) && !(ours && take.contains(holder.address()))) {
        findings.add(
            Finding.error(
                Finding.Code.RESOURCE_HELD,
                place(profile, "bindings/" + slots.get(holder.address())),
                "%s is live in %s.".formatted(holder.address(), holder.name(app.organization())),
                ours
                    ? "Take it over in this publish, or bind another resource."
                    : "Bind another resource."));
      }
    }
  }

  private static void value(Variable declared, Profile profile, List<Finding> findings) {
    var place = place(profile, "values/" + declared.name());
    var value = Optional.ofNullable(profile.values().get(declared.name()));
    if (value.isEmpty() && declared.required() && declared.initial().isEmpty()) {
      findings.add(
          Finding.error(
              Finding.Code.VALUE_MISSING,
              place,
              "%s has no value under %s.".formatted(declared.name(), profile.name()),
              "Set it in the profile's settings."));
    }
    if (value.isPresent() && !fits(declared.type(), value.get())) {
      findings.add(wrong(declared, place));
    }
  }

  private static boolean fits(Type type, ProfileValue value) {
    return switch (value) {
      case ProfileValue.Plain(var plain) -> type != Type.SECRET && ValueTypes.fits(type, plain);
      case ProfileValue.Hidden _ -> type == Type.SECRET;
    };
  }

  private static Finding wrong(Variable declared, String place) {
    return Finding.error(
        Finding.Code.VALUE_WRONG,
        place,
        "The draft now declares %s as %s; the value that is set does not fit."
            .formatted(declared.name(), declared.type().word()),
        "Set it again.");
  }

  private static String place(Profile profile, String within) {
    return "profiles/" + profile.name() + "/" + within;
  }
}
