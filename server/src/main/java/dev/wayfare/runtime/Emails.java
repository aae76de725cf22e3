package dev.wayfare.runtime;

import dev.wayfare.connector.MailOutcome;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundEmail;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Emails, from the address that a release has in a slot. What passes by itself is tried again; a
/// bad address does not.
final class Emails {
  private final Connections connections;
  private final Mailer mailer;
  private final UploadStore uploads;

  Emails(Connections connections, Mailer mailer, UploadStore uploads) {
    this.connections = connections;
    this.mailer = mailer;
    this.uploads = uploads;
  }

  /// The message's id is made of the key, so that a repeat is the same message.
  Outside.Result send(
      SealedRelease release, UUID journey, Request.Email request, String idempotencyKey) {
    var server = connections.mail(release, request.slot());
    if (server.isEmpty()) {
      return new Outside.Result.Known(Unbound.slot(request.slot()));
    }
    var attached = new ArrayList<OutboundEmail.Attachment>();
    for (var file : request.attachments()) {
      var found = attachment(release, journey, file);
      if (found.isEmpty()) {
        return failed("FILE_GONE", "a file of the email is no longer there");
      }
      attached.add(found.get());
    }
    return result(
        mailer.send(server.get(), email(request, attached, idempotencyKey), Mailer.USUAL));
  }

  private Optional<OutboundEmail.Attachment> attachment(
      SealedRelease release, UUID journey, Map<String, Object> file) {
    UUID id;
    try {
      id = UUID.fromString(String.valueOf(file.get("id")));
    } catch (IllegalArgumentException noFile) {
      return Optional.empty();
    }
    var facts =
        Optional.ofNullable(uploads.facts(release.deployment(), journey, List.of(id)).get(id));
    return facts.flatMap(
        known ->
            uploads
                .content(release.deployment(), journey, id)
                .map(bytes -> new OutboundEmail.Attachment(known.name(), known.type(), bytes)));
  }

  private static OutboundEmail email(
      Request.Email request, List<OutboundEmail.Attachment> attached, String key) {
    return new OutboundEmail(
        request.to(),
        request.cc(),
        Optional.of(request.replyTo()).filter(it -> !it.isEmpty()),
        request.subject(),
        request.text(),
        Optional.of(request.html()).filter(it -> !it.isEmpty()),
        attached,
        key);
  }

  private static Outside.Result result(MailOutcome outcome) {
    return switch (outcome) {
      case MailOutcome.Sent(var id) -> new Outside.Result.Known(new Outcome.Done(Map.of("id", id)));
      case MailOutcome.AddressRefused _ -> failed("EMAIL_ADDRESS_REFUSED", outcome.sentence());
      case MailOutcome.Refused _ -> failed("EMAIL_REFUSED", outcome.sentence());
      case MailOutcome.Later _,
          MailOutcome.Unreachable _,
          MailOutcome.TooSlow _,
          MailOutcome.Broken _ ->
          new Outside.Result.Later("EMAIL_NOT_SENT", outcome.sentence());
    };
  }

  private static Outside.Result failed(String code, String message) {
    return new Outside.Result.Known(new Outcome.Failed(code, message));
  }
}
