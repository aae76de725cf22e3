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
  private static final long MEGABYTE = 1024 * 1024;

  /// As they are written in an email, these are 25 MB: what mail servers take.
  private static final long LARGEST = 18 * MEGABYTE;

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
    return switch (attached(release.deployment(), journey, request)) {
      case Attached.Files(var files) ->
          result(mailer.send(server.get(), email(request, files, idempotencyKey), Mailer.USUAL));
      case Attached.Gone _ -> failed("FILE_MISSING", "the journey has no such file, or no longer");
      case Attached.TooLarge(var bytes) ->
          failed(
              "EMAIL_TOO_LARGE",
              "the files have %.1f MB, and an email takes %d MB"
                  .formatted(bytes / (double) MEGABYTE, LARGEST / MEGABYTE));
    };
  }

  /// What is to go along with an email.
  private sealed interface Attached {
    record Files(List<OutboundEmail.Attachment> files) implements Attached {}

    record Gone() implements Attached {}

    record TooLarge(long bytes) implements Attached {}
  }

  /// All is known of the files before the first of them is read.
  private Attached attached(UUID deployment, UUID journey, Request.Email request) {
    var ids = request.attachments().stream().map(JourneyFiles::id).toList();
    if (ids.stream().anyMatch(Optional::isEmpty)) {
      return new Attached.Gone();
    }
    var wanted = ids.stream().flatMap(Optional::stream).distinct().toList();
    var facts = uploads.facts(deployment, journey, wanted);
    var bytes = facts.values().stream().mapToLong(UploadStore.Facts::size).sum();
    if (bytes > LARGEST) {
      return new Attached.TooLarge(bytes);
    }
    var files = new ArrayList<OutboundEmail.Attachment>();
    for (var id : wanted) {
      var known = Optional.ofNullable(facts.get(id));
      var content = uploads.content(deployment, journey, id);
      if (known.isEmpty() || content.isEmpty()) {
        return new Attached.Gone();
      }
      files.add(
          new OutboundEmail.Attachment(known.get().name(), known.get().type(), content.get()));
    }
    return new Attached.Files(files);
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
