package dev.wayfare.http;

import java.util.Optional;

/// Remembers for a day what was answered to a request that named itself by a key.
interface IdempotencyStore {

  /// A request that names itself: whose it is, its key, and what it says.
  record Named(String caller, String key, String fingerprint) {}

  /// An answer as it can be given again.
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way through; nobody compares them
  record Answer(
      int status,
      Optional<String> contentType,
      Optional<String> location,
      Optional<String> etag,
      byte[] body) {}

  sealed interface Claim {

    /// It is the first: run it, then finish or release it with this ticket.
    record First(String ticket) implements Claim {}

    record Answered(Answer answer) implements Claim {}

    record StillRunning() implements Claim {}

    record OtherRequest() implements Claim {}
  }

  Claim claim(Named request);

  void finish(Named request, String ticket, Answer answer);

  void release(Named request, String ticket);
}
