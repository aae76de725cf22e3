package dev.wayfare.connector;

import java.util.List;
import java.util.Optional;

/// An email to send. Who it comes from is the mail server's.
///
/// @param html at will, beside the text
/// @param idempotencyKey the message's id is made of it: a repeat is the same message to whoever
///     receives it
public record OutboundEmail(
    List<String> to,
    List<String> cc,
    Optional<String> replyTo,
    String subject,
    String text,
    Optional<String> html,
    List<Attachment> attachments,
    String idempotencyKey) {

  public OutboundEmail {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    attachments = List.copyOf(attachments);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("Expected somebody to send the email to.");
    }
  }

  /// Whether an email can go there: a plain address, without a name around it.
  public static boolean goodAddress(String text) {
    return EmailText.address(text);
  }

  /// A file that goes along. Its name is shown, and never a path.
  public record Attachment(String name, String mediaType, byte[] bytes) {
    @Override
    public String toString() {
      return "Attachment[" + mediaType + ", " + bytes.length + " bytes]";
    }
  }

  /// Neither whom nor what: that is the customer's.
  @Override
  public String toString() {
    return "OutboundEmail[" + idempotencyKey + "]";
  }
}
