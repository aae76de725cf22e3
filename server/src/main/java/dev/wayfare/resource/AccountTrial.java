package dev.wayfare.resource;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.connector.Authorization;
import dev.wayfare.connector.CallMethod;
import dev.wayfare.connector.CallOutcome;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailOutcome;
import dev.wayfare.connector.MailServer;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundCall;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.connector.PathPart;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tries the credentials of connected accounts for real: over the same guarded sockets as all that
/// leaves the building, and without anything reaching a person.
public final class AccountTrial {
  private static final Duration LIMIT = Duration.ofSeconds(10);
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

  /// What came of it; what is wrong is said in words for whoever connected the account.
  public sealed interface Outcome {
    record Fine() implements Outcome {}

    /// It is there, and will not have us: no call will do better until somebody changes something.
    record Refused(String why) implements Outcome {}

    /// It did not show that it works: nobody answered, or only somebody who may know nothing of the
    /// credentials. The next call may do better.
    record Doubtful(String why) implements Outcome {}

    default Optional<String> problem() {
      return switch (this) {
        case Fine() -> Optional.empty();
        case Refused(var why) -> Optional.of(why);
        case Doubtful(var why) -> Optional.of(why);
      };
    }
  }

  public Outcome of(ConnectedAccount account, OrganizationId organization) {
    return of(account, organization, Optional.empty());
  }

  /// @param sender the address that emails are to come from, for a mail server
  public Outcome of(
      ConnectedAccount account, OrganizationId organization, Optional<String> sender) {
    return switch (account.kind()) {
      case TWILIO, SIMULATOR -> carrier(account, organization);
      case HTTP ->
          accounts
              .http(account.id())
              .map(this::service)
              .orElseGet(() -> new Outcome.Refused(UNREADABLE));
      case SMTP ->
          accounts
              .mail(account.id(), sender.orElse(SOME_SENDER), "")
              .map(server -> mail(knock(server, sender)))
              .orElseGet(() -> new Outcome.Refused(UNREADABLE));
    };
  }

  private Outcome carrier(ConnectedAccount account, OrganizationId organization) {
    var open =
        new CarrierAccount(
            account.id(),
            organization,
            account.kind().word(),
            account.settings(),
            accounts.secret(account).map(Secret::reveal).orElse(""));
    return Carrier.of(open.kind(), carriers.get())
        .flatMap(each -> each.problem(open))
        .<Outcome>map(Outcome.Doubtful::new)
        .orElseGet(Outcome.Fine::new);
  }

  private Optional<MailOutcome> knock(MailServer server, Optional<String> sender) {
    return sender.isPresent()
        ? mailer.troubleAsSender(server, LIMIT)
        : mailer.trouble(server, LIMIT);
  }

  private static Outcome mail(Optional<MailOutcome> trouble) {
    return trouble.<Outcome>map(AccountTrial::mail).orElseGet(Outcome.Fine::new);
  }

  private static Outcome mail(MailOutcome trouble) {
    return trouble instanceof MailOutcome.Refused(var why)
        ? new Outcome.Refused(why)
        : new Outcome.Doubtful(trouble.sentence());
  }

  /// Whatever a service says at its base address, it is there; only the door counts.
  private Outcome service(HttpConnection connection) {
    var path = connection.checkPath().map(PathPart.Fixed::new).stream().toArray(PathPart[]::new);
    try (var fresh = calls.get()) {
      var call = OutboundCall.of(CallMethod.GET, path);
      return switch (fresh.call(connection, call.withLimits(call.limits().within(LIMIT)))) {
        case CallOutcome.Answered answer -> answered(answer, connection);
        case CallOutcome.NoToken(var why) -> new Outcome.Refused(why);
        case CallOutcome.Refused(var why) -> new Outcome.Refused(why);
        case CallOutcome other -> new Outcome.Doubtful(other.sentence());
      };
    }
  }

  /// A base address may be closed to everybody; where the check path is, credentials count.
  private static Outcome answered(CallOutcome.Answered answer, HttpConnection connection) {
    var status = answer.status();
    if (status == 401 || status == 403) {
      var why =
          connection.authorization() instanceof Authorization.None
              ? answer.sentence() + " It wants credentials, and the account has none."
              : answer.sentence() + " It does not accept the credentials.";
      return connection.checkPath().isPresent()
          ? new Outcome.Refused(why)
          : new Outcome.Doubtful(why);
    }
    return status >= 500 ? new Outcome.Doubtful(answer.sentence()) : new Outcome.Fine();
  }
}
