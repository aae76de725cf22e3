package dev.wayfare.publish;

import dev.wayfare.app.Binding;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.ProfileValue;
import dev.wayfare.app.Slots;
import dev.wayfare.app.ValueTypes;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Severity;
import dev.wayfare.flow.Slot;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Variable;
import dev.wayfare.record.RecordChange;
import dev.wayfare.record.RecordPlans;
import dev.wayfare.resource.Resource;
import dev.wayfare.resource.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Everything that must hold before a release can go live. All is told at once, nothing is changed.
final class ReleaseChecks {
  private final Resources resources;
  private final ReleaseStore store;
  private final RecordPlans records;

  ReleaseChecks(Resources resources, ReleaseStore store, RecordPlans records) {
    this.resources = resources;
    this.store = store;
    this.records = records;
  }

  /// What was found, the resource of every slot that has one, and what becomes of stored records.
  record Result(
      List<Finding> findings, Map<String, Resource> resources, List<RecordChange> records) {
    boolean blocks() {
      return findings.stream().anyMatch(Finding::blocks);
    }
  }

  Result check(
      NamedApp app, App definition, List<Problem> problems, Profile profile, Deployment place) {
    var findings = new ArrayList<Finding>();
    problems.forEach(problem -> findings.add(Finding.of(problem)));
    startable(definition, findings);
    var bound = new LinkedHashMap<String, Resource>();
    for (var slot : definition.slots()) {
      slot(app, slot, profile, findings).ifPresent(it -> bound.put(slot.name(), it));
    }
    twice(bound, profile, findings);
    held(app, bound, profile, place, findings);
    definition.profileValues().values().forEach(it -> value(it, profile, findings));
    var plan =
        records.plan(app.organization().value(), place.id(), definition.recordTypes());
    findings.addAll(refused(plan));
    return new Result(List.copyOf(findings), bound, plan);
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

  private Optional<Resource> slot(
      NamedApp app, Slot slot, Profile profile, List<Finding> findings) {
    var place = place(profile, "bindings/" + slot.name());
    var binding = profile.bindings().get(slot.name());
    if (binding instanceof Binding.To(var id)) {
      var resource = resources.find(app.organization(), id);
      if (resource.isEmpty()) {
        findings.add(
            Finding.error(
                Finding.Code.RESOURCE_GONE,
                place,
                "The resource bound to \"%s\" no longer exists.".formatted(slot.name()),
                "Bind another one."));
      }
      resource.ifPresent(it -> fits(slot, it, profile, place, findings));
      return resource;
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
      Slot slot, Resource resource, Profile profile, String place, List<Finding> findings) {
    Slots.misfit(slot, resource)
        .ifPresent(
            text ->
                findings.add(
                    Finding.error(
                        Finding.Code.SLOT_WRONG_CAPABILITY, place, text, "Bind another one.")));
    if (!resource.environment().equals(profile.environment())) {
      findings.add(
          Finding.error(
              Finding.Code.RESOURCE_ELSEWHERE,
              place,
              "%s belongs to another environment than the profile %s."
                  .formatted(resource.address(), profile.name()),
              "Use a resource of the profile's environment."));
    }
  }

  private static void twice(Map<String, Resource> bound, Profile profile, List<Finding> findings) {
    var first = new LinkedHashMap<UUID, String>();
    bound.forEach(
        (slot, resource) -> {
          var other = first.putIfAbsent(resource.id(), slot);
          if (other != null) {
            findings.add(
                Finding.error(
                    Finding.Code.RESOURCE_TWICE,
                    place(profile, "bindings/" + slot),
                    "%s is bound to \"%s\" already.".formatted(resource.address(), other),
                    "Give each slot a resource of its own."));
          }
        });
  }

  private void held(
      NamedApp app,
      Map<String, Resource> bound,
      Profile profile,
      Deployment place,
      List<Finding> findings) {
    var slots = new LinkedHashMap<String, String>();
    bound.forEach((slot, resource) -> slots.put(resource.address(), slot));
    for (var holder : store.holders(slots.keySet())) {
      if (!holder.deployment().equals(place.id())) {
        findings.add(
            Finding.error(
                Finding.Code.RESOURCE_HELD,
                place(profile, "bindings/" + slots.get(holder.address())),
                "%s is live in %s.".formatted(holder.address(), holder.name(app.organization())),
                "Unpublish it there, or bind another resource."));
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
