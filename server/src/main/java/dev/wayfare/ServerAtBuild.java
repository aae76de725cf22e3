package dev.wayfare;

import dev.wayfare.db.OpeningDatabase;
import java.nio.file.Path;

/// What the build asks for the parts of a server, to write down as code how they are made: a start
/// that reads it (`-Dspring.aot.enabled=true`, as the launcher says) need not look for them
/// (docs/adr/0007). Nothing is opened and no folder is touched: Spring stops before the first part
/// is made.
final class ServerAtBuild {
  private ServerAtBuild() {}

  public static void main(String[] args) {
    var settings = ServerSettings.usual(Path.of("wayfare-data"), 0);
    Server.application(settings, new OpeningDatabase(settings.database())).run(args);
  }
}
