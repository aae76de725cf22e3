package dev.wayfare.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How the two servers are started: with the launcher's own flags.
///
/// @param product up to its command
/// @param bare the whole command
record Programs(List<String> product, List<String> bare) {
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
    return new Programs(product, bare(java(), classPath));
  }

  /// Both from one class path, for tests: nothing is measured, so they may be soon there rather
  /// than fast.
  static Programs unpackaged(String classPath) {
    var java = new ArrayList<>(java());
    java.add("-XX:TieredStopAtLevel=1");
    return new Programs(with(java, "-cp", classPath, "dev.wayfare.Wayfare"), bare(java, classPath));
  }

  private static List<String> bare(List<String> java, String classPath) {
    return with(java, "-cp", classPath, BareServer.class.getName());
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }

  private static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }
}
