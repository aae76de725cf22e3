package dev.wayfare.connector;

import dev.wayfare.connector.MailOutcome.AddressRefused;
import dev.wayfare.connector.MailOutcome.Broken;
import dev.wayfare.connector.MailOutcome.Later;
import dev.wayfare.connector.MailOutcome.Refused;
import dev.wayfare.connector.MailOutcome.TooSlow;
import dev.wayfare.connector.MailOutcome.Unreachable;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What a mail server's no means. The innermost reason is the one that says it best.
final class MailFailures {

  private MailFailures() {}

  static MailOutcome of(Exception failure, String host, Deadline deadline) {
    @Nullable MailOutcome said = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var reading = read(cause, host, deadline);
      said = reading == null ? said : reading;
    }
    if (said != null) {
      return said;
    }
    return failure instanceof IOException
        ? new Broken("The connection to " + host + " broke.")
        : new Unreachable("The mail server " + host + " does not talk as agreed.");
  }

  /// What the reply to a sender's name alone means.
  static MailOutcome ofSender(int code, @Nullable String message, MailServer server) {
    return code < 500
        ? reply(code, message, null, server.host())
        : new Refused(
            "The mail server does not take %s as a sender: %s"
                .formatted(server.from(), EmailText.reply(message == null ? "" : message)));
  }

  private static @Nullable MailOutcome read(Throwable cause, String host, Deadline deadline) {
    return switch (cause) {
      case SMTPAddressFailedException e ->
          reply(e.getReturnCode(), e.getMessage(), address(e), host);
      case SMTPSenderFailedException e -> reply(e.getReturnCode(), e.getMessage(), null, host);
      case SMTPSendFailedException e -> reply(e.getReturnCode(), e.getMessage(), null, host);
      case AuthenticationFailedException _ ->
          new Refused("The mail server " + host + " does not accept the user and password.");
      case ForbiddenAddress _ -> new Refused(ForbiddenAddress.sentence(host));
      case UnknownHostException _ -> new Unreachable("No address is known for " + host + ".");
      case ConnectException _ -> new Unreachable(host + " takes no connection.");
      case NoRouteToHostException _ -> new Unreachable("No way leads to " + host + ".");
      case SSLException e -> new Unreachable(WireFailures.tls(e, host));
      case SocketTimeoutException _ -> new TooSlow(deadline.limit());
      case IOException _ -> new Broken("The connection to " + host + " broke.");
      default -> null;
    };
  }

  private static String address(SMTPAddressFailedException e) {
    return e.getAddress() == null ? "" : e.getAddress().getAddress();
  }

  private static MailOutcome reply(
      int code, @Nullable String message, @Nullable String address, String host) {
    var said = EmailText.reply(message == null ? "" : message);
    if (code < 400) {
      return new Broken("The connection to " + host + " broke.");
    }
    if (code < 500) {
      return new Later("The mail server asks to try again later: " + said);
    }
    return address == null
        ? new Refused("The mail server refused the email: " + said)
        : new AddressRefused(address, said);
  }
}
