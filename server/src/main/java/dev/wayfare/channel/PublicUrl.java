package dev.wayfare.channel;

import java.net.URI;
import java.util.Locale;

/// The address under which the outside world reaches this server, without a slash at its end.
public record PublicUrl(String base) {

  public PublicUrl {
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    var uri = URI.create(base);
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(
          "The public base URL is an http or https address, as in https://go.example.com.");
    }
  }

  /// The name of the host, in lower case.
  public String host() {
    return URI.create(base).getHost().toLowerCase(Locale.ROOT);
  }

  /// The same address under another host name: a proxy serves all names alike, so the scheme and
  /// the port stay.
  public PublicUrl under(String host) {
    var uri = URI.create(base);
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new PublicUrl(uri.getScheme() + "://" + host + port + uri.getRawPath());
  }

  /// The full address of a path that begins with a slash, with or without a query.
  public String at(String path) {
    return base + path;
  }
}
