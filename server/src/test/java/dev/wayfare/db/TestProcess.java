package dev.wayfare.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM of its own that runs one of our main classes.
record TestProcess(Process process, BufferedReader output) {

  static TestProcess start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), TestFolders.classPath(), main, arguments);
  }

  static TestProcess start(
      List<String> prefix, String classPath, Class<?> main, String... arguments)
      throws IOException {
    var words = new ArrayList<>(prefix);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
    words.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(words)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new TestProcess(process, process.inputReader());
  }

  /// The next line that is not a log line (those carry a time with colons).
  String line() throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (!line.matches("\\d\\d:\\d\\d:.*")) {
        return line;
      }
    }
    throw new IOException(
        "The process ended without a word, exit code " + process.onExit().join().exitValue());
  }

  void killNine() {
    process.destroyForcibly().onExit().join();
  }

  void end() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
