package dev.wayfare.channel;

import java.net.URI;

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

  /// The full address of a path that begins with a slash, with or without a query.
  public String at(String path) {
    return base + path;
  }
}
