package dev.wayfare.connector;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// A call as it goes over the wire.
///
/// @param headers the call's own, and what its body says of itself
/// @param credentials headers that only the origin asked first may see
/// @param keptFor connections are used again only by who brings an equal one
record WireRequest(
    CallMethod method,
    URI uri,
    List<Field> headers,
    List<Field> credentials,
    byte[] body,
    boolean hasBody,
    Object keptFor) {

  WireRequest {
    headers = List.copyOf(headers);
    credentials = List.copyOf(credentials);
  }

  WireRequest signed(List<Field> with) {
    return new WireRequest(method, uri, headers, with, body, hasBody, keptFor);
  }

  /// Scheme, host and port: what credentials are for.
  static String origin(URI uri) {
    var port = uri.getPort();
    var usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    return (uri.getScheme() + "://" + uri.getHost() + ":" + (port < 0 ? usual : port))
        .toLowerCase(Locale.ROOT);
  }

  /// Not its path, which may hold a customer's words.
  @Override
  public String toString() {
    return "WireRequest[" + method + " " + origin(uri) + "]";
  }
}
