package dev.wayfare.db;

import java.nio.file.Path;

/// Runs in a JVM of its own: starts the embedded server, says its pid (or why not), and waits to be
/// told the end.
final class HoldOpen {
  private HoldOpen() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 1) {
      untilTheProcessIsToldToEnd(Path.of(args[0]));
    }
    try (var server = EmbeddedPostgres.start(Path.of(args[0]))) {
      System.out.println(server.pid());
      System.in.read();
    } catch (DatabaseTrouble trouble) {
      System.out.println(trouble.code() + " " + trouble.getMessage());
    }
  }

  private static void untilTheProcessIsToldToEnd(Path data) throws Exception {
    var settings = DatabaseSettings.embedded(data).withMigrations("classpath:db/tiny");
    var database = Database.open(settings).closeAtExit();
    System.out.println(database.embedded().orElseThrow().pid());
    System.in.read();
  }
}
