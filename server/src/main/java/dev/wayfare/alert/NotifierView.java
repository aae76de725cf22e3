package dev.wayfare.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A notifier as people see it: never its secret.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record NotifierView(
    UUID id,
    NotifierKind kind,
    String name,
    Optional<String> url,
    Optional<List<String>> recipients,
    Optional<UUID> sender,
    SecretView secret,
    List<AlertKind> receives,
    Health health,
    Instant createdAt) {

  record SecretView(boolean set) {}

  /// `well`, `failing`, or `shut`: until then nobody tries.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Health(String state, int failures, Optional<Instant> shutUntil, Optional<String> error) {
    static Health of(Notifier notifier) {
      var breaker = notifier.breaker();
      var state = breaker.shut() ? "shut" : breaker.failures() > 0 ? "failing" : "well";
      return new Health(
          state,
          breaker.failures(),
          breaker.shutUntil(),
          Optional.of(notifier.error()).filter(it -> !it.isEmpty()));
    }
  }

  static NotifierView of(Notifier notifier) {
    var settings = notifier.settings();
    return new NotifierView(
        notifier.id(),
        notifier.kind(),
        notifier.name(),
        Optional.of(settings.url()).filter(it -> !it.isEmpty()),
        Optional.of(settings.recipients()).filter(it -> !it.isEmpty()),
        settings.sender(),
        new SecretView(notifier.kind() != NotifierKind.EMAIL),
        notifier.receives().stream().sorted().toList(),
        Health.of(notifier),
        notifier.createdAt());
  }
}
