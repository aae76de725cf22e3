package dev.wayfare.resource;

import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailServer;
import dev.wayfare.connector.SettingMistake;
import dev.wayfare.http.Mistakes;
import dev.wayfare.kernel.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the settings of an account may hold, as its kind has it: for `http` see [HttpConnection],
/// for `smtp` [MailServer], whose sender is not the account's but an email address on it.
final class AccountSettings {
  private static final int LONGEST = 1_000;
  private static final String ADDRESS = "https?://[^\\s/]+(/\\S*)?";
  private static final String SOME_SENDER = "somebody@example.com";

  private AccountSettings() {}

  static void check(
      AccountKind kind, Map<String, String> settings, Optional<Secret> secret, Mistakes mistakes) {
    var known = known(kind);
    settings.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            wrong(
                mistakes, name, "Expected one of %s.".formatted(known.stream().sorted().toList()));
          } else if (value.length() > LONGEST) {
            wrong(mistakes, name, "Expected at most %d characters.".formatted(LONGEST));
          }
        });
    switch (kind) {
      case TWILIO -> {
        mistakes.text("account_sid", settings.get("account_sid"), LONGEST);
        var address = settings.get("base_url");
        if (address != null && !address.matches(ADDRESS)) {
          mistakes.add(
              "value_unexpected",
              "base_url",
              "Expected an address that begins with https:// or http://.",
              "Leave it out for the carrier's own.");
        }
      }
      case SIMULATOR -> {}
      case HTTP -> wrong(mistakes, mistakes(HttpConnection.read(settings, secret)));
      case SMTP ->
          wrong(mistakes, mistakes(MailServer.read(from(settings, SOME_SENDER, ""), secret)));
    }
  }

  /// A mail server's settings with who writes.
  static Map<String, String> from(Map<String, String> settings, String address, String name) {
    var all = new HashMap<>(settings);
    all.put("from", address);
    all.put("from_name", name);
    return all;
  }

  private static Set<String> known(AccountKind kind) {
    return switch (kind) {
      case TWILIO -> Set.of("account_sid", "base_url");
      case SIMULATOR -> Set.of();
      case HTTP ->
          Set.of(
              "base_url",
              "auth",
              "user",
              "header",
              "token_url",
              "client_id",
              "scopes",
              "audience",
              "client_auth",
              "check_path");
      case SMTP -> Set.of("host", "port", "security", "user");
    };
  }

  private static List<SettingMistake> mistakes(HttpConnection.Reading reading) {
    return switch (reading) {
      case HttpConnection.Reading.Good _ -> List.of();
      case HttpConnection.Reading.Mistakes(var found) -> found;
    };
  }

  private static List<SettingMistake> mistakes(MailServer.Reading reading) {
    return switch (reading) {
      case MailServer.Reading.Good _ -> List.of();
      case MailServer.Reading.Mistakes(var found) -> found;
    };
  }

  private static void wrong(Mistakes mistakes, List<SettingMistake> found) {
    found.forEach(mistake -> wrong(mistakes, mistake.setting(), mistake.sentence()));
  }

  private static void wrong(Mistakes mistakes, String name, String sentence) {
    mistakes.add("value_unexpected", name, sentence, "");
  }
}
