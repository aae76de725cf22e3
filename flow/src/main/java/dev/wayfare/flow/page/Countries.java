package dev.wayfare.flow.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Countries by their two letters (ISO 3166), with their English names.
final class Countries {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private Countries() {}

  static boolean known(String code) {
    return CODES.contains(code);
  }

  static String name(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /// All of them, by name.
  static List<String> all() {
    return Stream.of(Locale.getISOCountries())
        .sorted(Comparator.comparing(Countries::name))
        .toList();
  }
}
