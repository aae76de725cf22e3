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
      case TEXT -> false;
      case WEB, LINKS -> true;
    };
  }

  public static String need(Slot slot) {
    return switch (slot.kind()) {
      case TEXT -> "a phone number that can text";
      case WEB -> "the default URL or a route";
      case LINKS -> "the default URLs";
    };
  }

  /// Why a resource cannot serve a slot.
  public static Optional<String> misfit(Slot slot, Resource resource) {
    var fits =
        switch (slot.kind()) {
          case TEXT ->
              resource instanceof Resource.Number number
                  && number.capabilities().contains(Capability.TEXT);
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
      case Resource.Number number ->
          number.capabilities().contains(Capability.TEXT)
              ? "a phone number"
              : "a phone number that cannot text";
      case Resource.Route _ -> "a route";
    };
  }
}
