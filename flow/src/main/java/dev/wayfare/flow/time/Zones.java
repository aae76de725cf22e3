package dev.wayfare.flow.time;

import dev.wayfare.flow.expression.Nearest;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Time zones as people name them: IANA names, in any case. A bare offset (`+02:00`) is not one: it
/// does not know when clocks are moved.
public final class Zones {
  private static final Map<String, String> NAMES =
      ZoneRulesProvider.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name.toLowerCase(Locale.ROOT), name -> name, Zones::nicer));

  /// Names without their continent: `berlin`, `new_york`.
  private static final Map<String, String> CITIES =
      NAMES.values().stream()
          .filter(
              name -> name.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.*"))
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                  name -> name,
                  Zones::nicer));

  private Zones() {}

  /// The time zone of this name.
  public static Optional<ZoneId> of(String name) {
    return Optional.ofNullable(NAMES.get(name.strip().toLowerCase(Locale.ROOT))).map(ZoneId::of);
  }

  /// A way out for a name that is none: the one that was probably meant, if there is one.
  public static String wayOut(String name) {
    var wanted = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    var city = wanted.substring(wanted.lastIndexOf('/') + 1);
    return Optional.ofNullable(CITIES.get(city))
        .or(() -> Nearest.to(wanted, NAMES.keySet()).map(NAMES::get))
        .or(() -> Nearest.to(city, CITIES.keySet()).map(CITIES::get))
        .map("Did you mean `%s`?"::formatted)
        .orElse("Write the name of the zone, like `Europe/Berlin` or `America/New_York`.");
  }

  /// What is wrong with a name that is no time zone.
  public static Wrong wrong(String at, String name) {
    return new Wrong(
        at,
        1,
        "Expected a time zone like `Europe/Berlin`, found %s.".formatted(Wrong.quoted(name)),
        wayOut(name));
  }

  /// Of two names that read alike: the shorter, then the first.
  private static String nicer(String one, String other) {
    return one.length() != other.length()
        ? (one.length() < other.length() ? one : other)
        : (one.compareTo(other) < 0 ? one : other);
  }
}
