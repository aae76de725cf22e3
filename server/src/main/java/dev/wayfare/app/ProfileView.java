package dev.wayfare.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Slot;
import dev.wayfare.flow.Variable;
import dev.wayfare.resource.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A profile as the API tells it: what the draft needs, and what it gets. A secret only says that
/// it is set.
record ProfileView(
    UUID id,
    String name,
    String revision,
    EnvironmentView environment,
    ProfileSettings settings,
    List<SlotView> slots,
    List<ValueView> values) {

  record EnvironmentView(UUID id, String name) {}

  /// `resource` is `default`, the id of a resource, or missing where no resource is bound;
  /// `account` the id of a connected account. `address` says what either is called.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record SlotView(
      String name,
      String kind,
      String needs,
      Optional<String> resource,
      Optional<String> account,
      Optional<String> address) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ValueView(
      String name,
      String type,
      boolean required,
      boolean set,
      Optional<Object> value,
      Optional<String> fingerprint,
      String note) {}

  static ProfileView of(
      Profile profile,
      App draft,
      Environment environment,
      Function<Binding, Optional<Target>> targets) {
    return new ProfileView(
        profile.id(),
        profile.name(),
        "r" + profile.revision(),
        new EnvironmentView(environment.id(), environment.name()),
        profile.settings(),
        draft.slots().stream().map(slot -> slot(slot, profile, targets)).toList(),
        draft.profileValues().values().stream().map(it -> value(it, profile)).toList());
  }

  private static SlotView slot(
      Slot slot, Profile profile, Function<Binding, Optional<Target>> targets) {
    var binding =
        Optional.ofNullable(profile.bindings().get(slot.name()))
            .filter(it -> !(it instanceof Binding.Default));
    var usual = Slots.hasDefault(slot) ? Optional.of("default") : Optional.<String>empty();
    return new SlotView(
        slot.name(),
        slot.kind().name().toLowerCase(Locale.ROOT),
        Slots.need(slot),
        binding.isEmpty()
            ? usual
            : binding.get() instanceof Binding.To(var id)
                ? Optional.of(id.toString())
                : Optional.empty(),
        binding.isPresent() && binding.get() instanceof Binding.By(var id)
            ? Optional.of(id.toString())
            : Optional.empty(),
        binding.flatMap(targets).map(Target::title));
  }

  private static ValueView value(Variable declared, Profile profile) {
    var found = Optional.ofNullable(profile.values().get(declared.name()));
    Optional<Object> plain =
        found.flatMap(
            it ->
                switch (it) {
                  case ProfileValue.Plain(var value) -> Optional.of(value);
                  case ProfileValue.Hidden _ -> Optional.empty();
                });
    Optional<String> fingerprint =
        found.flatMap(
            it ->
                switch (it) {
                  case ProfileValue.Plain _ -> Optional.empty();
                  case ProfileValue.Hidden(_, var print) -> Optional.of(print);
                });
    return new ValueView(
        declared.name(),
        declared.type().word(),
        declared.required(),
        found.isPresent(),
        plain,
        fingerprint,
        declared.note());
  }
}
