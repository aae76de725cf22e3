package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.connector.OutboundEmail.Attachment;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// An email as it is written to the mail server.
final class MailMessage extends MimeMessage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

  private final String id;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static MailMessage of(
      Session session, MailServer server, OutboundEmail email, String id, Instant now)
      throws MessagingException {
    var message = new MailMessage(session, id);
    message.setFrom(named(server.from(), EmailText.line(server.fromName())));
    message.setRecipients(RecipientType.TO, addresses(email.to()));
    message.setRecipients(RecipientType.CC, addresses(email.cc()));
    if (email.replyTo().isPresent()) {
      message.setReplyTo(addresses(List.of(email.replyTo().get())));
    }
    message.setSubject(EmailText.line(email.subject()), UTF_8.name());
    message.setHeader("Date", DATE.format(now));
    // Whoever is away does not answer a machine.
    message.setHeader("Auto-Submitted", "auto-generated");
    fill(message, email);
    message.saveChanges();
    return message;
  }

  private static void fill(MimeMessage message, OutboundEmail email) throws MessagingException {
    if (email.attachments().isEmpty() && email.html().isEmpty()) {
      message.setText(email.text(), UTF_8.name());
      return;
    }
    if (email.attachments().isEmpty()) {
      message.setContent(alternatives(email));
      return;
    }
    var all = new MimeMultipart("mixed");
    var words = new MimeBodyPart();
    if (email.html().isEmpty()) {
      words.setText(email.text(), UTF_8.name());
    } else {
      words.setContent(alternatives(email));
    }
    all.addBodyPart(words);
    for (var attachment : email.attachments()) {
      all.addBodyPart(part(attachment));
    }
    message.setContent(all);
  }

  /// The last is the best, says the standard; so the text comes first.
  private static MimeMultipart alternatives(OutboundEmail email) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(email.text(), UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(email.html().orElse(""), UTF_8.name(), "html");
    return new MimeMultipart("alternative", text, html);
  }

  private static MimeBodyPart part(Attachment attachment) throws MessagingException {
    var part = new MimeBodyPart();
    var type = EmailText.mediaType(attachment.mediaType());
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), type)));
    part.setFileName(EmailText.line(attachment.name()).replace('/', '_').replace('\\', '_'));
    part.setDisposition(Part.ATTACHMENT);
    return part;
  }

  private static InternetAddress[] addresses(List<String> plain) throws MessagingException {
    var addresses = new InternetAddress[plain.size()];
    for (var each = 0; each < addresses.length; each++) {
      addresses[each] = new InternetAddress(plain.get(each), true);
    }
    return addresses;
  }

  private static InternetAddress named(String address, String name) throws MessagingException {
    try {
      var from = new InternetAddress(address, true);
      if (!name.isEmpty()) {
        from.setPersonal(name, UTF_8.name());
      }
      return from;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is everywhere.", e);
    }
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
