package dev.wayfare;

import dev.wayfare.identity.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts a server and stays until it is stopped.
@Command(name = "up", description = "Starts a server.", mixinStandardHelpOptions = true)
final class Up implements Runnable {
  @Mixin private ServerOptions options = new ServerOptions();

  @Override
  public void run() {
    var settings = options.settings(".wayfare");
    var server = Server.start(settings);
    System.out.println("Wayfare answers at " + settings.publicUrl());
    server
        .part(Identity.class)
        .ensureFirstOwner()
        .ifPresent(
            link ->
                System.out.println(
                    "Sign in as the first owner, once: " + settings.publicUrl() + link.path()));
    server.awaitEnd();
  }
}
