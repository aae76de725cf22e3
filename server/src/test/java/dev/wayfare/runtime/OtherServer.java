package dev.wayfare.runtime;

import dev.wayfare.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second server on a world's database, in a process of its own. Closing it is `kill -9`.
record OtherServer(Process process, int port) implements AutoCloseable {

  /// Waits until it is ready. Its program gets the world's database, the folder of its keys
  /// and what is further given; it listens on any free port.
  static OtherServer start(TestWorld world, Class<?> program, String... further)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                ServerProcess.classPath(),
                program.getName(),
                world.database(),
                world.data().toString()));
    command.addAll(List.of(further));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new OtherServer(process, Integer.parseInt(says(process, OtherProgram.READY)));
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  /// Reads on until it says this.
  void says(String word) throws IOException {
    says(process, word);
  }

  /// @return what stands behind it in its line
  private static String says(Process process, String word) throws IOException {
    var output = process.inputReader();
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(word)) {
        return line.substring(word.length());
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("Expected " + word + ", it said:\n" + said);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
