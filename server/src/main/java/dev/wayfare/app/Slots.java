package dev.wayfare.app;

import dev.wayfare.flow.Slot;
import dev.wayfare.resource.AccountKind;
import dev.wayfare.resource.Capability;
import dev.wayfare.resource.Resource;
import java.util.Optional;

/// What fits into which slot.
public final class Slots {
  /// The slot of an app that texts.
  public static final String TEXT = "text";

  /// The slot of an app that takes or makes calls.
  public static final String VOICE = "voice";

  private Slots() {}

  /// Whether this server's own URLs will do.
  public static boolean hasDefault(Slot slot) {
    return switch (slot.kind()) {
      case TEXT, VOICE, CONNECTION, EMAIL -> false;
      case WEB, LINKS -> true;
    };
  }

  public static String need(Slot slot) {
    return switch (slot.kind()) {
      case TEXT -> "a phone number that can text";
      case VOICE -> "a phone number that can call";
      case CONNECTION -> "a connected HTTP service";
      case EMAIL -> "an email address";
      case WEB -> "the default URL or a route";
      case LINKS -> "the default URLs or a domain";
    };
  }

  /// Why something cannot serve a slot.
  public static Optional<String> misfit(Slot slot, Target target) {
    var fits =
        switch (target) {
          case Target.By(var account) ->
              slot.kind() == Slot.Kind.CONNECTION && account.kind() == AccountKind.HTTP;
          case Target.Through(var resource) -> fits(slot.kind(), resource);
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "The slot \"%s\" needs %s; %s is %s."
                .formatted(slot.name(), need(slot), target.title(), what(slot, target)));
  }

  private static boolean fits(Slot.Kind kind, Resource resource) {
    return switch (kind) {
      case TEXT -> can(resource, Capability.TEXT);
      case VOICE -> can(resource, Capability.VOICE);
      case EMAIL -> resource instanceof Resource.Email;
      case WEB -> resource instanceof Resource.Route;
      case LINKS -> resource instanceof Resource.Domain;
      case CONNECTION -> false;
    };
  }

  private static boolean can(Resource resource, Capability capability) {
    return resource instanceof Resource.Phone number && number.capabilities().contains(capability);
  }

  private static String what(Slot slot, Target target) {
    return switch (target) {
      case Target.By(var account) -> account.kind().noun();
      case Target.Through(Resource.Email _) -> "an email address";
      case Target.Through(Resource.Route _) -> "a route";
      case Target.Through(Resource.Domain _) -> "a domain";
      case Target.Through(Resource.Phone number) -> what(slot.kind(), number);
    };
  }

  private static String what(Slot.Kind kind, Resource.Phone number) {
    return switch (kind) {
      case VOICE ->
          can(number, Capability.VOICE) ? "a phone number" : "a phone number that cannot call";
      case TEXT, WEB, LINKS, CONNECTION, EMAIL ->
          can(number, Capability.TEXT) ? "a phone number" : "a phone number that cannot text";
    };
  }
}
