package dev.wayfare.flow.page;

import java.util.Locale;
import java.util.Set;

/// Which addresses a page may lead to. Anything else (`javascript:` above all) leads nowhere.
final class Addresses {
  private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

  private Addresses() {}

  /// A path on this server; never `//host` or `/\host`, which leave it.
  static boolean local(String address) {
    return clean(address)
        && address.startsWith("/")
        && !address.startsWith("//")
        && !address.startsWith("/\\");
  }

  static boolean leads(String address) {
    var colon = address.indexOf(':');
    return local(address)
        || (clean(address)
            && colon > 0
            && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT)));
  }

  private static boolean clean(String address) {
    return address.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
  }
}
