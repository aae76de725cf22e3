package dev.wayfare;

import java.nio.file.Path;

/// x
public final class Wayfare {
  private Wayfare() {}

  public static void main(String[] args) {
    var t = System.nanoTime();
    var server = Server.start(ServerSettings.usual(Path.of(args[0]), 8799));
    System.out.println("ready " + server.port() + " " + (System.nanoTime() - t) / 1_000_000);
    var id = server.part(dev.wayfare.identity.Identity.class);
    System.out.println(
        "TOKEN "
            + id.makeToken(
                    id.firstOrganization().id(),
                    "t",
                    dev.wayfare.http.Role.ADMIN,
                    java.util.List.copyOf(server.part(dev.wayfare.http.RouteTable.class).scopes()))
                .token()
                .reveal());
    id.ensureFirstOwner().ifPresent(l -> System.out.println("LINK " + l.path()));
  }
}
