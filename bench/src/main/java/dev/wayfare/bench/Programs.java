package dev.wayfare.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the two servers are started: with the launcher's own flags.
///
/// @param product up to its command
/// @param classPath of the bare server
record Programs(List<String> product, String classPath) {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  /// The packaged product, as the launcher runs it.
  static Programs packaged(Path home, String classPath) {
    var target = home.resolve("server/target");
    var product = new ArrayList<>(java());
    product.add("-Dwayfare.home=" + home);
    var cache = target.resolve("wayfare.aot");
    if (Files.exists(cache)) {
      product.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
    }
    product.addAll(List.of("-jar", target.resolve("wayfare.jar").toString()));
    return new Programs(product, classPath);
  }

  /// Both from one class path, for tests.
  static Programs unpackaged(String classPath) {
    var product = new ArrayList<>(java());
    product.addAll(List.of("-cp", classPath, "dev.wayfare.Wayfare"));
    return new Programs(product, classPath);
  }

  List<String> bare() {
    var bare = new ArrayList<>(java());
    bare.addAll(List.of("-cp", classPath, BareServer.class.getName()));
    return bare;
  }

  private static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }
}
