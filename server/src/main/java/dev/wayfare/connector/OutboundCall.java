package dev.wayfare.connector;

import java.util.List;
import java.util.Optional;

/// One call to a service. Where the service lives and how one signs in there is the connection's;
/// see [HttpConnection].
///
/// @param idempotencyKey sent as `Idempotency-Key`, the same on every repeat
/// @param repeatable the service heeds the key, so a repeat does no harm; GET and HEAD always are
public record OutboundCall(
    CallMethod method,
    List<PathPart> path,
    List<Field> query,
    List<Field> headers,
    CallBody body,
    Optional<String> idempotencyKey,
    boolean repeatable,
    CallLimits limits) {

  public OutboundCall {
    path = List.copyOf(path);
    query = List.copyOf(query);
    headers = List.copyOf(headers);
  }

  /// A call of this path and nothing else; the `with…` methods add to it.
  public static OutboundCall of(CallMethod method, PathPart... path) {
    return new OutboundCall(
        method,
        List.of(path),
        List.of(),
        List.of(),
        new CallBody.None(),
        Optional.empty(),
        false,
        CallLimits.usual());
  }

  public OutboundCall withQuery(List<Field> fields) {
    return new OutboundCall(
        method, path, fields, headers, body, idempotencyKey, repeatable, limits);
  }

  public OutboundCall withHeaders(List<Field> fields) {
    return new OutboundCall(method, path, query, fields, body, idempotencyKey, repeatable, limits);
  }

  public OutboundCall withBody(CallBody sent) {
    return new OutboundCall(method, path, query, headers, sent, idempotencyKey, repeatable, limits);
  }

  public OutboundCall withKey(String key, boolean heeded) {
    return new OutboundCall(method, path, query, headers, body, Optional.of(key), heeded, limits);
  }

  public OutboundCall withLimits(CallLimits bounds) {
    return new OutboundCall(method, path, query, headers, body, idempotencyKey, repeatable, bounds);
  }

  boolean harmlessTwice() {
    return method.safe() || (repeatable && idempotencyKey.isPresent());
  }
}
