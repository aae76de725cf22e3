package dev.wayfare.publish;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a publisher wishes, with every mistake at once.
final class WishReader {
  private static final int LONGEST_NOTE = 2_000;
  private static final int MOST = 200;
  private static final int LARGEST_THRESHOLD = 100_000;

  /// @param acceptWarnings one reason for every warning there is
  /// @param alerts missing: as the live release has them; `{}`: none
  record Wish(
      @Nullable String note,
      @Nullable List<String> take,
      @Nullable List<Accept> accept,
      @Nullable String acceptWarnings,
      @Nullable AlertsWish alerts,
      PolicyReader.@Nullable Wish people,
      @Nullable String confirm) {}

  record Accept(@Nullable String code, @Nullable String place, @Nullable String reason) {}

  record AlertsWish(@Nullable RuleWish onApplicationError, @Nullable RuleWish onLogError) {}

  record RuleWish(
      @Nullable List<String> notifiers, @Nullable String level, @Nullable Integer threshold) {}

  private final NotifierNames notifiers;
  private final PolicyReader policies;

  WishReader(NotifierNames notifiers, PolicyReader policies) {
    this.notifiers = notifiers;
    this.policies = policies;
  }

  /// @param alerts what is chosen when the wish does not say
  ReleaseWish read(Wish wish, AlertRules alerts, Caller caller, Mistakes mistakes) {
    var note = Optional.ofNullable(wish.note()).orElse("");
    if (!note.isBlank()) {
      mistakes.text("note", note, LONGEST_NOTE);
    }
    return new ReleaseWish(
        note,
        new HashSet<>(many("take", wish.take(), mistakes)),
        accepted(wish, mistakes),
        wish.alerts() == null ? alerts : alerts(wish.alerts(), caller, mistakes),
        policies.read(wish.people(), mistakes),
        Optional.ofNullable(wish.confirm()));
  }

  /// What becomes of people when nothing is live any more.
  PeoplePolicy last(PolicyReader.Wish wish, Mistakes mistakes) {
    return policies.readLast(wish, mistakes);
  }

  private static <T> List<T> many(String path, @Nullable List<T> given, Mistakes mistakes) {
    if (given != null && given.size() > MOST) {
      mistakes.add("value_unexpected", path, "Expected at most %d.".formatted(MOST), "");
      return List.of();
    }
    return given == null ? List.of() : given;
  }

  private static List<ReleaseWish.Accepted> accepted(Wish wish, Mistakes mistakes) {
    var accepted = new ArrayList<ReleaseWish.Accepted>();
    var all = many("accept", wish.accept(), mistakes);
    for (var at = 0; at < all.size(); at++) {
      var each = all.get(at);
      accepted.add(
          new ReleaseWish.Accepted(
              mistakes.text("accept[%d].code".formatted(at), each.code(), MOST),
              Optional.ofNullable(each.place()).orElse(""),
              mistakes.text("accept[%d].reason".formatted(at), each.reason(), LONGEST_NOTE)));
    }
    if (wish.acceptWarnings() != null) {
      var reason = mistakes.text("accept_warnings", wish.acceptWarnings(), LONGEST_NOTE);
      accepted.add(new ReleaseWish.Accepted("", "", reason));
    }
    return accepted;
  }

  private AlertRules alerts(AlertsWish wish, Caller caller, Mistakes mistakes) {
    return new AlertRules(
        rule("alerts.on_application_error", wish.onApplicationError(), caller, mistakes),
        rule("alerts.on_log_error", wish.onLogError(), caller, mistakes));
  }

  private Optional<AlertRules.Rule> rule(
      String path, @Nullable RuleWish wish, Caller caller, Mistakes mistakes) {
    if (wish == null) {
      return Optional.empty();
    }
    var named = new ArrayList<UUID>();
    for (var name : many(path + ".notifiers", wish.notifiers(), mistakes)) {
      notifiers
          .find(caller.organization(), name)
          .ifPresentOrElse(
              named::add,
              () ->
                  mistakes.add(
                      "value_unexpected",
                      path + ".notifiers",
                      "There is no notifier \"%s\".".formatted(name),
                      "Make one, or name one that there is."));
    }
    var threshold = Optional.ofNullable(wish.threshold()).orElse(1);
    if (threshold < 1 || threshold > LARGEST_THRESHOLD) {
      mistakes.add(
          "value_unexpected",
          path + ".threshold",
          "Expected 1 to %d.".formatted(LARGEST_THRESHOLD),
          "");
    }
    var level =
        choice(
            AlertRules.Level.class,
            path + ".level",
            wish.level(),
            AlertRules.Level.ERROR,
            mistakes);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(new AlertRules.Rule(named, level, threshold));
  }

  private static <T extends Enum<T>> T choice(
      Class<T> type, String path, @Nullable String written, T instead, Mistakes mistakes) {
    if (written == null) {
      return instead;
    }
    try {
      return Enum.valueOf(type, written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      mistakes.add(
          "value_unexpected",
          path,
          "Expected one of %s."
              .formatted(
                  List.of(type.getEnumConstants()).stream()
                      .map(it -> it.name().toLowerCase(Locale.ROOT))
                      .toList()),
          "");
      return instead;
    }
  }
}
