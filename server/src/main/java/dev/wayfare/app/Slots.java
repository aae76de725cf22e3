package dev.wayfare.app;

import dev.wayfare.flow.Slot;
import dev.wayfare.resource.Capability;
import dev.wayfare.resource.Resource;
import java.util.Optional;

/// What fits into which slot.
public final class Slots {
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
      case LINKS -> "the default URLs";
    };
  }

  /// Why a resource cannot serve a slot.
  public static Optional<String> misfit(Slot slot, Resource resource) {
    var fits =
        switch (slot.kind()) {
          case TEXT ->
              resource instanceof Resource.Phone number
                  && number.capabilities().contains(Capability.TEXT);
          case VOICE ->
              resource instanceof Resource.Phone number
                  && number.capabilities().contains(Capability.VOICE);
          case CONNECTION, EMAIL -> false;
          case WEB -> resource instanceof Resource.Route;
          case LINKS -> false;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "The slot \"%s\" needs %s; %s is %s."
                .formatted(slot.name(), need(slot), resource.address(), what(resource)));
  }

  private static String what(Resource resource) {
    return switch (resource) {
      case Resource.Phone number ->
          number.capabilities().contains(Capability.TEXT)
              ? "a phone number"
              : "a phone number that cannot text";
      case Resource.Route _ -> "a route";
    };
  }
}
