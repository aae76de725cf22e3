package dev.wayfare.resource;

import dev.wayfare.http.Mistake;
import dev.wayfare.http.ProblemException;
import org.springframework.http.ResponseEntity;

/// How a removal is answered.
final class Removals {
  private Removals() {}

  static ResponseEntity<Void> answer(String noun, Object name, Removal removal) {
    return switch (removal) {
      case Removal.Removed() -> ResponseEntity.noContent().build();
      case Removal.Unknown() -> throw ProblemException.notFound(noun, name);
      case Removal.InUse(var holders) ->
          throw ProblemException.conflict(
                  "in_use",
                  "It is in use",
                  "This %s is in use: %s.".formatted(noun, String.join("; ", holders)))
              .withErrors(
                  holders.stream()
                      .map(holder -> new Mistake("in_use", "", holder, "Free it there first."))
                      .toList());
    };
  }
}
