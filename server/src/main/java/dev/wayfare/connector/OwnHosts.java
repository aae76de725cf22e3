package dev.wayfare.connector;

/// Which hosts are this server's own beside that of its public URL. Whoever knows of more brings
/// one.
public interface OwnHosts {

  /// @param host a plain name in lower case, as in `go.example.com`
  boolean isOurs(String host);
}
