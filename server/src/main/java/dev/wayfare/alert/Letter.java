package dev.wayfare.alert;

import static java.util.stream.Collectors.joining;

import dev.wayfare.connector.MailOutcome;
import dev.wayfare.connector.MailServer;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundEmail;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.Resource;
import dev.wayfare.resource.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// An email, from an email address of the organization's. Its id is the delivery's, so that a
/// repeat is the same email to whoever receives it.
final class Letter implements Destination {
  private final Resources resources;
  private final Accounts accounts;
  private final Mailer mailer;

  Letter(Resources resources, Accounts accounts, Mailer mailer) {
    this.resources = resources;
    this.accounts = accounts;
    this.mailer = mailer;
  }

  @Override
  public NotifierKind kind() {
    return NotifierKind.EMAIL;
  }

  @Override
  public Came send(Notifier.Open notifier, Message message, UUID id) {
    return server(notifier.notifier())
        .map(server -> came(mailer.send(server, written(notifier, message, id), Mailer.USUAL)))
        .orElseGet(() -> new Came.Refused("The mail server of its email address is gone."));
  }

  private Optional<MailServer> server(Notifier notifier) {
    return notifier
        .settings()
        .sender()
        .flatMap(sender -> resources.find(notifier.organization(), sender))
        .flatMap(
            found ->
                switch (found) {
                  case Resource.Email email ->
                      accounts.mail(email.account(), email.address(), email.displayName());
                  case Resource.Phone _, Resource.Domain _, Resource.Route _ -> Optional.empty();
                });
  }

  private static OutboundEmail written(Notifier.Open notifier, Message message, UUID id) {
    return new OutboundEmail(
        notifier.notifier().settings().recipients(),
        List.of(),
        Optional.empty(),
        Wording.title(message),
        text(message),
        Optional.empty(),
        List.of(),
        id.toString());
  }

  static String text(Message message) {
    var facts =
        Wording.facts(message).entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(joining("\n"));
    var told = (Wording.text(message) + "\n" + Wording.news(message)).strip();
    return Stream.of(told, facts, message.link())
        .filter(part -> !part.isEmpty())
        .collect(joining("\n\n", "", "\n"));
  }

  private static Came came(MailOutcome outcome) {
    return switch (outcome) {
      case MailOutcome.Sent _ -> new Came.Taken();
      case MailOutcome.AddressRefused _ ->
          new Came.Refused("An address among the recipients was refused.");
      case MailOutcome.Refused _ -> new Came.Refused(outcome.sentence());
      case MailOutcome.Later _,
          MailOutcome.Unreachable _,
          MailOutcome.TooSlow _,
          MailOutcome.Broken _ ->
          new Came.Later(Duration.ZERO, outcome.sentence());
    };
  }
}
