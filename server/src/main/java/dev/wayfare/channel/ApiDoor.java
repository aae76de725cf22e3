package dev.wayfare.channel;

import java.util.Optional;
import java.util.UUID;

/// Where every request of a program comes in. The runtime stands behind it.
///
/// What cannot be answered as asked is a [dev.wayfare.http.ProblemException].
public interface ApiDoor {

  /// What answers this method and path under an app's address; `key` is the part of the address
  /// between `/a/` and the path, `path` begins with a slash and is not decoded.
  ApiRoute route(String key, String method, String path);

  /// Runs it. The same idempotency key again gets the same bytes and runs nothing.
  ApiReply ask(ApiRoute.Found route, ApiRequest request);

  /// The app's own OpenAPI document, as JSON; empty where no app is live.
  Optional<String> describe(String key);

  /// The marked release, where it answers this method and path; runs nothing.
  Optional<UUID> prove(String key, String method, String path, String mark);
}
