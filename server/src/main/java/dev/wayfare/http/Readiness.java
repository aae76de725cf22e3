package dev.wayfare.http;

/// Whether the server takes requests. It opens when everything has started, and closes first when
/// the server stops; in between nobody meets half a server.
public final class Readiness {

  private volatile boolean open;

  public void open() {
    open = true;
  }

  public void close() {
    open = false;
  }

  public boolean isOpen() {
    return open;
  }
}
