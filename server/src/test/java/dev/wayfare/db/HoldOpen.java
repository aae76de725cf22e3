package dev.wayfare.db;

import java.nio.file.Path;

/// Runs in a JVM of its own: starts the embedded server, says its pid (or why not), and waits to be
/// told the end.
final class HoldOpen {
  private HoldOpen() {}

  public static void main(String[] args) throws Exception {
    try (var server = EmbeddedPostgres.start(Path.of(args[0]))) {
      System.out.println(server.pid());
      System.in.read();
    } catch (DatabaseTrouble trouble) {
      System.out.println(trouble.code() + " " + trouble.getMessage());
    }
  }
}
