package dev.wayfare.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What every type must have, and what was found: each requirement with the types that meet it.
record Catalogue(String noun, Map<String, Set<String>> found) {

  /// A sentence for everything that one of these types lacks.
  List<String> complaints(Collection<String> types) {
    var complaints = new ArrayList<String>();
    for (var type : types) {
      found.forEach(
          (requirement, having) -> {
            if (!having.contains(type)) {
              complaints.add("The %s `%s` has no %s.".formatted(noun, type, requirement));
            }
          });
    }
    return List.copyOf(complaints);
  }
}
