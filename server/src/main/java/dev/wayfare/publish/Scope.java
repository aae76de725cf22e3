package dev.wayfare.publish;

import java.util.List;
import java.util.stream.Stream;

/// How much a rollback brings back.
public enum Scope {
  /// Definition, values, secrets, bindings and alert rules, as they were sealed.
  EVERYTHING,
  /// The definition alone, with what customers get of the rest today.
  DEFINITION;

  /// In sentences for whoever is about to do it.
  List<String> undoes() {
    return switch (this) {
      case EVERYTHING ->
          List.of(
              "What is said, asked, shown and heard, with all its logic and triggers.",
              "The values and secrets it was published with.",
              "The numbers, routes, services and addresses it was bound to, and its settings.",
              "Whom it tells when it errs.");
      case DEFINITION ->
          List.of("What is said, asked, shown and heard, with all its logic and triggers.");
    };
  }

  List<String> leaves() {
    var always =
        List.of(
            "Journeys that are open stay on the release they are on, unless you choose otherwise.",
            "Texts, emails, calls and requests that have left stay where they are.",
            "Stored records keep their content; their types go back where nothing is lost by it.",
            "The draft, and the settings of the profile, stay as they are.",
            "Credentials of connected accounts are today's.");
    return switch (this) {
      case EVERYTHING -> always;
      case DEFINITION ->
          Stream.concat(
                  Stream.of(
                      "Values, secrets, bindings, settings and alert rules stay as customers get them today."),
                  always.stream())
              .toList();
    };
  }
}
