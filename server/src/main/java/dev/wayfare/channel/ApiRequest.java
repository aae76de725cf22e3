package dev.wayfare.channel;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A program's request, once it is known who asks.
///
/// @param body what came as JSON: texts, `Double`s, booleans, lists, maps and nothing; empty where
///     no body came
/// @param query the query's parameters, the first of each name
/// @param caller one word for who asks, the same for each of their requests
/// @param key the idempotency key
/// @param fingerprint of all that was asked: another request under the same key has another
public record ApiRequest(
    Optional<Body> body,
    Map<String, String> query,
    String caller,
    Optional<String> key,
    String fingerprint) {

  /// A body of any kind of JSON.
  public record Body(@Nullable Object value) {}
}
