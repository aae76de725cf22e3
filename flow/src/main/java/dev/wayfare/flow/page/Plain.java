package dev.wayfare.flow.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Small maps that keep the order they are written in, so that the same turn gives the same bytes.
final class Plain {
  private Plain() {}

  /// Attributes of a view: names and values by turns; what says nothing is left out.
  static Map<String, String> attributes(String... pairs) {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i + 1].isEmpty()) {
        attributes.put(pairs[i], pairs[i + 1]);
      }
    }
    return Collections.unmodifiableMap(attributes);
  }
}
