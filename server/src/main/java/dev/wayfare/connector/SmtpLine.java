package dev.wayfare.connector;

import dev.wayfare.connector.MailServer.Security;
import dev.wayfare.connector.MailServer.SignIn;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// One conversation with a mail server, over a socket of the guard's.
final class SmtpLine implements AutoCloseable {
  private final Session session;
  private final MailServer server;
  private final SMTPTransport transport;

  private SmtpLine(Session session, MailServer server, SMTPTransport transport) {
    this.session = session;
    this.server = server;
    this.transport = transport;
  }

  static SmtpLine open(Guard guard, SSLContext tls, MailServer server, Deadline deadline)
      throws IOException, MessagingException {
    var socket = socket(guard, tls, server, deadline);
    try {
      var session = Session.getInstance(properties(tls, server));
      var user = server.signIn().map(SignIn::user).orElse(null);
      var password = server.signIn().map(it -> it.password().reveal()).orElse(null);
      var transport =
          new SMTPTransport(
              session, new URLName("smtp", server.host(), server.port(), null, user, password));
      transport.connect(socket);
      return new SmtpLine(session, server, transport);
    } catch (MessagingException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket socket(Guard guard, SSLContext tls, MailServer server, Deadline deadline)
      throws IOException {
    var patience = Math.min(deadline.millisLeft(), Math.toIntExact(CallLimits.CONNECT.toMillis()));
    var plain = guard.connect(server.host(), server.port(), patience);
    plain.setSoTimeout(deadline.millisLeft());
    if (server.security() != Security.TLS) {
      return plain;
    }
    var secure =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
    var parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static Properties properties(SSLContext tls, MailServer server) {
    var demanded = Boolean.toString(server.security() == Security.STARTTLS);
    var properties = new Properties();
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.signIn().isPresent()));
    properties.setProperty("mail.smtp.from", server.from());
    properties.setProperty("mail.smtp.localhost", EmailText.domain(server.from()));
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.sendpartial", "false");
    properties.setProperty("mail.smtp.starttls.enable", demanded);
    properties.setProperty("mail.smtp.starttls.required", demanded);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
    return properties;
  }

  void send(OutboundEmail email, String id, Instant now) throws MessagingException {
    var message = MailMessage.of(session, server, email, id, now);
    transport.sendMessage(message, message.getAllRecipients());
  }

  /// Asks whether an email from the sender would be taken, and takes the question back.
  MailOutcome offersSender() throws MessagingException {
    var code = transport.simpleCommand("MAIL FROM:<" + server.from() + ">");
    if (code == 250) {
      transport.simpleCommand("RSET");
      return new MailOutcome.Sent("");
    }
    return MailFailures.ofSender(code, transport.getLastServerResponse(), server);
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException _) {
      // The mail server had said all that matters; its goodbye does not.
    }
  }
}
