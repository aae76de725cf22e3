package dev.wayfare.db;

import dev.wayfare.flow.App;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;

/// What a JVM of its own needs to run our classes, however this JVM was started.
public final class JvmClassPath {
  private JvmClassPath() {}

  public static String all() {
    var flow = App.class.getProtectionDomain().getCodeSource().getLocation();
    return TestFolders.classPath() + File.pathSeparator + Path.of(URI.create(flow.toString()));
  }
}
