package dev.wayfare.connector;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A call put together, or why it cannot be.
sealed interface Prepared {
  String KEY = "Idempotency-Key";

  record Ready(WireRequest request) implements Prepared {}

  record Mistake(String sentence) implements Prepared {}

  static Prepared of(HttpConnection connection, OutboundCall call) {
    var headers = headers(call);
    var mistake =
        headers.stream()
            .flatMap(it -> HeaderRules.mistakeIn(it).stream())
            .findFirst()
            .or(() -> twice(connection.authorization(), call.headers()))
            .or(() -> path(call.path()));
    return mistake.<Prepared>map(Mistake::new).orElseGet(() -> ready(connection, call, headers));
  }

  private static Prepared ready(HttpConnection connection, OutboundCall call, List<Field> headers) {
    var path = joined(connection.base().path(), call.path());
    if (path.startsWith("//") || PathText.climbs(path)) {
      return new Mistake("The path climbs out of where it belongs, so the call was not sent.");
    }
    return new Ready(
        new WireRequest(
            call.method(),
            URI.create(connection.base().origin() + path + query(call.query())),
            headers,
            List.of(),
            call.body().content(),
            !(call.body() instanceof CallBody.None),
            connection.authorization()));
  }

  private static List<Field> headers(OutboundCall call) {
    var headers = new ArrayList<>(call.headers());
    if (!call.body().mediaType().isEmpty() && !has(headers, "Content-Type")) {
      headers.add(new Field("Content-Type", call.body().mediaType()));
    }
    if (!has(headers, "Accept")) {
      headers.add(new Field("Accept", "application/json, */*;q=0.8"));
    }
    if (!has(headers, KEY)) {
      call.idempotencyKey().ifPresent(key -> headers.add(new Field(KEY, key)));
    }
    return headers;
  }

  private static boolean has(List<Field> headers, String name) {
    return headers.stream().anyMatch(it -> it.name().equalsIgnoreCase(name));
  }

  /// A connection that signs in is not overruled by a flow.
  private static Optional<String> twice(Authorization authorization, List<Field> headers) {
    var name =
        switch (authorization) {
          case Authorization.None() -> "";
          case Authorization.HeaderKey key -> key.header();
          case Authorization.Basic _, Authorization.Bearer _, Authorization.ClientCredentials _ ->
              "Authorization";
        };
    return has(headers, name)
        ? Optional.of("The header " + name + " is the connection's; leave it out of the call.")
        : Optional.empty();
  }

  private static Optional<String> path(List<PathPart> parts) {
    for (var part : parts) {
      switch (part) {
        case PathPart.Fixed(var text) when text.matches("(?s).*[?#\\\\\\p{Cntrl}].*") -> {
          return Optional.of(
              "Expected a path without ?, # or \\; the query has a place of its own.");
        }
        case PathPart.Value(var text) when text.isEmpty() -> {
          return Optional.of("A value in the path is empty, which would name another thing.");
        }
        case PathPart.Value(var text) when PathText.climbs(text) -> {
          return Optional.of("A value in the path would climb out of its place.");
        }
        case PathPart.Fixed _, PathPart.Value _ -> {}
      }
    }
    return Optional.empty();
  }

  private static String joined(String base, List<PathPart> parts) {
    var path =
        parts.stream()
            .map(
                part ->
                    switch (part) {
                      case PathPart.Fixed(var text) -> PathText.encodeFixed(text);
                      case PathPart.Value(var text) -> PathText.encode(text);
                    })
            .collect(Collectors.joining());
    if (path.isEmpty()) {
      return base;
    }
    var start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return path.startsWith("/") ? start + path : start + "/" + path;
  }

  private static String query(List<Field> fields) {
    return fields.isEmpty()
        ? ""
        : fields.stream()
            .map(it -> PathText.encode(it.name()) + "=" + PathText.encode(it.value()))
            .collect(Collectors.joining("&", "?", ""));
  }
}
