package dev.wayfare.publish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Whom a release tells when it errs; chosen at a publish, sealed with it, and the choice offered
/// at the next one. Notifiers are named by their ids: what they are is the organization's
/// business.
///
/// @param onApplicationError an application error in a journey of the release
/// @param onLogError a `log` step at or above the rule's level
public record AlertRules(Optional<Rule> onApplicationError, Optional<Rule> onLogError) {
  public static final AlertRules NONE = new AlertRules(Optional.empty(), Optional.empty());

  /// How grave a `log` step must be.
  public enum Level {
    INFO,
    WARNING,
    ERROR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param level for log events only; application errors have none lower
  /// @param threshold how many equal ones within the window make the first message
  public record Rule(List<UUID> notifiers, Level level, int threshold) {
    public Rule {
      notifiers = List.copyOf(notifiers);
    }
  }
}
