package dev.wayfare.alert;

import dev.wayfare.connector.BaseAddress;
import dev.wayfare.connector.OutboundEmail;
import dev.wayfare.http.Mistakes;
import dev.wayfare.kernel.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A notifier as somebody writes it down. What is left out stays as it was.
///
/// @param secret the address of a Slack channel's incoming webhook, or the key that signs a
/// webhook
/// @param sender the email address that emails come from, by its id
record NotifierWish(
    @Nullable NotifierKind kind,
    @Nullable String name,
    @Nullable Secret secret,
    @Nullable String url,
    @Nullable List<String> recipients,
    @Nullable UUID sender,
    @Nullable List<String> receives) {
  private static final int LONGEST = 200;
  private static final int SHORTEST_KEY = 16;
  private static final int MOST_RECIPIENTS = 20;

  /// What is right with it.
  record Checked(
      String name, Notifier.Settings settings, Set<AlertKind> receives, Optional<Secret> secret) {}

  /// Says everything that is wrong at once. `senders` knows the email addresses there are.
  Checked check(
      NotifierKind kind, Optional<Notifier> before, Predicate<UUID> senders, Mistakes mistakes) {
    var known = before.map(Notifier::settings).orElse(Notifier.Settings.NONE);
    var called =
        name == null && before.isPresent()
            ? before.get().name()
            : mistakes.text("name", name, LONGEST);
    var given = Optional.ofNullable(secret).filter(it -> !it.reveal().isBlank());
    if (given.isEmpty() && before.isEmpty() && kind != NotifierKind.EMAIL) {
      mistakes.text("secret", null, LONGEST);
    }
    var settings =
        switch (kind) {
          case SLACK -> slack(given, mistakes);
          case WEBHOOK -> webhook(known, given, mistakes);
          case EMAIL -> email(known, given, senders, mistakes);
        };
    var kinds = receives(before.map(Notifier::receives).orElse(Set.of()), mistakes);
    return new Checked(called, settings, kinds, given);
  }

  private Notifier.Settings slack(Optional<Secret> given, Mistakes mistakes) {
    given
        .flatMap(it -> BaseAddress.mistakeIn(it.reveal()))
        .ifPresent(_ -> wrong(mistakes, "secret", "Expected the address of an incoming webhook."));
    unexpected(mistakes, "url", url, "Slack's address is a secret: write it there.");
    noEmail(mistakes);
    return Notifier.Settings.NONE;
  }

  private Notifier.Settings webhook(
      Notifier.Settings before, Optional<Secret> given, Mistakes mistakes) {
    var address = url == null ? before.url() : url.strip();
    if (address.isEmpty()) {
      mistakes.text("url", null, LONGEST);
    } else {
      BaseAddress.mistakeIn(address).ifPresent(it -> wrong(mistakes, "url", it));
    }
    if (given.filter(it -> it.reveal().length() < SHORTEST_KEY).isPresent()) {
      wrong(mistakes, "secret", "Expected at least %d characters.".formatted(SHORTEST_KEY));
    }
    noEmail(mistakes);
    return new Notifier.Settings(address, List.of(), Optional.empty());
  }

  private Notifier.Settings email(
      Notifier.Settings before,
      Optional<Secret> given,
      Predicate<UUID> senders,
      Mistakes mistakes) {
    unexpected(mistakes, "url", url, "An email has recipients.");
    unexpected(
        mistakes, "secret", given.orElse(null), "The mail server's account has the password.");
    var to = recipients == null ? before.recipients() : recipients;
    if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
      wrong(
          mistakes,
          "recipients",
          "Expected 1 to %d email addresses, found %d.".formatted(MOST_RECIPIENTS, to.size()));
    }
    for (var index = 0; index < to.size(); index++) {
      if (!OutboundEmail.goodAddress(to.get(index))) {
        wrong(mistakes, "recipients/" + index, "Expected an email address as desk@example.com.");
      }
    }
    var from = Optional.ofNullable(sender).or(before::sender);
    if (from.filter(senders).isEmpty()) {
      wrong(
          mistakes,
          "sender",
          "Expected the id of an email address among the resources of this organization.");
    }
    return new Notifier.Settings("", to, from);
  }

  private void noEmail(Mistakes mistakes) {
    unexpected(mistakes, "recipients", recipients, "Only emails have recipients.");
    unexpected(mistakes, "sender", sender, "Only emails have a sender.");
  }

  private Set<AlertKind> receives(Set<AlertKind> before, Mistakes mistakes) {
    if (receives == null) {
      return before;
    }
    var kinds = new HashSet<AlertKind>();
    for (var index = 0; index < receives.size(); index++) {
      var kind = AlertKind.besideJourneys(receives.get(index));
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        var words = AlertKind.besideJourneys().stream().map(AlertKind::word).toList();
        wrong(
            mistakes,
            "receives/" + index,
            "Expected one of %s.".formatted(String.join(", ", words)));
      }
    }
    return kinds;
  }

  private static void unexpected(
      Mistakes mistakes, String path, @Nullable Object found, String sentence) {
    if (found != null) {
      mistakes.add("value_unexpected", path, "Expected nothing in " + path + ".", sentence);
    }
  }

  private static void wrong(Mistakes mistakes, String path, String sentence) {
    mistakes.add("value_unexpected", path, sentence, "");
  }
}
