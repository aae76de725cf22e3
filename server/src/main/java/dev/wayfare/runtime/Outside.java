package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.UUID;

/// Does what a step asks of the world outside. Every try of one ask carries the same key.
final class Outside {

  /// What came of a try.
  sealed interface Result {
    record Known(Outcome outcome) implements Result {}

    /// Not now; another try may do. If there is none left, it failed with this code.
    record Later(String code, String why) implements Result {}
  }

  private final HttpCalls http;
  private final Emails mail;
  private final FileWork files;
  private final MediaFiles media;

  Outside(HttpCalls http, Emails mail, FileWork files, MediaFiles media) {
    this.http = http;
    this.mail = mail;
    this.files = files;
    this.media = media;
  }

  /// Takes as long as the world outside does, within the request's own limits.
  Result perform(SealedRelease release, UUID journey, String key, Request request, Instant now) {
    var idempotency = journey + "-" + key;
    return switch (request) {
      case Request.Http call -> new Result.Known(http.call(release, call, idempotency));
      case Request.Email email -> mail.send(release, journey, email, idempotency);
      case Request.Media came -> media.fetch(release, journey, key, came, now);
      case Request.File file -> new Result.Known(files.perform(release, journey, file, now));
      case Request.Records _ -> throw inTheTurn();
    };
  }

  /// The word for a kind of request, where it is stored.
  static String kind(Request request) {
    return switch (request) {
      case Request.Http _ -> "http";
      case Request.Email _ -> "email";
      case Request.Media _ -> "media";
      case Request.File _ -> "file";
      case Request.Records _ -> throw inTheTurn();
    };
  }

  private static IllegalArgumentException inTheTurn() {
    return new IllegalArgumentException("records are no business of the outside");
  }
}
