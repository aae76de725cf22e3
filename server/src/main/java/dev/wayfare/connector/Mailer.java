package dev.wayfare.connector;

import dev.wayfare.connector.MailOutcome.AddressRefused;
import dev.wayfare.connector.MailOutcome.Broken;
import dev.wayfare.connector.MailOutcome.Sent;
import dev.wayfare.connector.MailOutcome.TooSlow;
import dev.wayfare.kernel.Fingerprint;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// Sends emails by SMTP, on the same guarded sockets as every call outwards.
///
/// An email goes to all of its addresses or to none.
public final class Mailer implements AutoCloseable {
  /// Mail servers think for long: they look things up and read the message before they reply.
  public static final Duration USUAL = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Guard guard;
  private final SSLContext tls;
  private final InstantSource clock;

  /// With the machine's names and the certificates that this Java trusts.
  public static Mailer within(OutboundPolicy policy, InstantSource clock) {
    return new Mailer(new Guard(policy, NameLookup.OF_THE_MACHINE), Tls.usual(), clock);
  }

  Mailer(Guard guard, SSLContext tls, InstantSource clock) {
    this.guard = guard;
    this.tls = tls;
    this.clock = clock;
  }

  /// Goes to the mail server, secures the connection and signs in, and leaves without a word to
  /// anybody; what went wrong, if anything did.
  public Optional<MailOutcome> trouble(MailServer server, Duration limit) {
    return knock(server, limit, _ -> new Sent(""));
  }

  /// The same, and asks on the way whether the server takes emails from this sender.
  public Optional<MailOutcome> troubleAsSender(MailServer server, Duration limit) {
    return knock(server, limit, SmtpLine::offersSender);
  }

  private interface Asking {
    MailOutcome ask(SmtpLine line) throws jakarta.mail.MessagingException;
  }

  private Optional<MailOutcome> knock(MailServer server, Duration limit, Asking asking) {
    var deadline = Deadline.in(limit);
    var outcome = within(deadline, () -> knock(server, deadline, asking));
    return outcome instanceof Sent ? Optional.empty() : Optional.of(outcome);
  }

  private MailOutcome knock(MailServer server, Deadline deadline, Asking asking) {
    try (var line = SmtpLine.open(guard, tls, server, deadline)) {
      return asking.ask(line);
    } catch (IOException | jakarta.mail.MessagingException e) {
      return MailFailures.of(e, server.host(), deadline);
    }
  }

  /// Sends an email and waits for the mail server's word, at most so long.
  public MailOutcome send(MailServer server, OutboundEmail email, Duration limit) {
    var wrong = wrongAddress(email);
    if (wrong.isPresent()) {
      return new AddressRefused(wrong.get(), "it is no plain email address.");
    }
    var deadline = Deadline.in(limit);
    return within(deadline, () -> deliver(server, email, deadline));
  }

  private MailOutcome within(Deadline deadline, Callable<MailOutcome> work) {
    var pending = threads.submit(work);
    try {
      return pending.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      pending.cancel(true);
      return new TooSlow(deadline.limit());
    } catch (InterruptedException _) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Broken("The sending was interrupted: the server is stopping.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("An email failed in our own code.", e.getCause());
    }
  }

  private MailOutcome deliver(MailServer server, OutboundEmail email, Deadline deadline) {
    var id = messageId(server, email);
    try (var line = SmtpLine.open(guard, tls, server, deadline)) {
      line.send(email, id, clock.instant());
      return new Sent(id);
    } catch (IOException | jakarta.mail.MessagingException e) {
      return MailFailures.of(e, server.host(), deadline);
    }
  }

  private static Optional<String> wrongAddress(OutboundEmail email) {
    return Stream.of(email.to().stream(), email.cc().stream(), email.replyTo().stream())
        .flatMap(it -> it)
        .filter(it -> !EmailText.address(it))
        .findFirst();
  }

  private static String messageId(MailServer server, OutboundEmail email) {
    return "<%s@%s>"
        .formatted(
            Fingerprint.hex(email.idempotencyKey()).substring(0, 32),
            EmailText.domain(server.from()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
