package dev.wayfare.resource;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.connector.Authorization;
import dev.wayfare.connector.CallMethod;
import dev.wayfare.connector.CallOutcome;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailOutcome;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundCall;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.http.Caller;
import dev.wayfare.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tries the credentials of connected accounts for real: over the same guarded sockets as all that
/// leaves the building, and without anything reaching a person.
final class AccountTrial {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final String SOME_SENDER = "somebody@example.com";
  private static final String UNREADABLE = "The settings do not hold all that is needed.";

  private final Accounts accounts;
  private final Supplier<List<Carrier>> carriers;
  private final Supplier<OutboundCalls> calls;
  private final Mailer mailer;

  /// @param calls new ones for every trial: a token that another call has in hand proves nothing
  AccountTrial(
      Accounts accounts,
      Supplier<List<Carrier>> carriers,
      Supplier<OutboundCalls> calls,
      Mailer mailer) {
    this.accounts = accounts;
    this.carriers = carriers;
    this.calls = calls;
    this.mailer = mailer;
  }

  /// What is wrong with the account, in words for whoever connected it; empty where it works.
  Optional<String> problem(ConnectedAccount account, Caller caller) {
    return switch (account.kind()) {
      case TWILIO, SIMULATOR -> carrier(account, caller);
      case HTTP ->
          accounts.http(account.id()).map(this::service).orElseGet(() -> Optional.of(UNREADABLE));
      case SMTP ->
          accounts
              .mail(account.id(), SOME_SENDER, "")
              .map(server -> mailer.trouble(server, LIMIT).map(MailOutcome::sentence))
              .orElseGet(() -> Optional.of(UNREADABLE));
    };
  }

  private Optional<String> carrier(ConnectedAccount account, Caller caller) {
    var open =
        new CarrierAccount(
            account.id(),
            caller.organization(),
            account.kind().word(),
            account.settings(),
            accounts.secret(account).map(Secret::reveal).orElse(""));
    return Carrier.of(open.kind(), carriers.get()).flatMap(each -> each.problem(open));
  }

  /// Whatever a service says at its base address, it is there; only the door counts.
  private Optional<String> service(HttpConnection connection) {
    try (var fresh = calls.get()) {
      var outcome = fresh.call(connection, OutboundCall.of(CallMethod.GET));
      return outcome instanceof CallOutcome.Answered answer
          ? turnedDown(answer, connection.authorization())
          : Optional.of(outcome.sentence());
    }
  }

  private static Optional<String> turnedDown(
      CallOutcome.Answered answer, Authorization authorization) {
    if (answer.status() == 401 || answer.status() == 403) {
      return Optional.of(
          authorization instanceof Authorization.None
              ? answer.sentence() + " It wants credentials, and the account has none."
              : answer.sentence() + " It does not accept the credentials.");
    }
    return answer.status() >= 500 ? Optional.of(answer.sentence()) : Optional.empty();
  }
}
