package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs one program to its end, in a plain environment: no `PG…` variable of the caller's reaches
/// it.
record Command(List<String> words) {

  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }

    /// What it said where it failed.
    Optional<String> trouble() {
      return succeeded() ? Optional.empty() : Optional.of(output);
    }
  }

  static Command as(ServerUser user, Path program, String... arguments) {
    var words = new ArrayList<>(user.prefix());
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return new Command(words);
  }

  Result run() {
    return run("");
  }

  /// @param input what the program reads, short enough for a pipe to take at once
  Result run(String input) {
    var builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      var process = builder.start();
      try (var words = process.outputWriter(StandardCharsets.UTF_8)) {
        words.write(input);
      }
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + words.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + words.getFirst() + " ran", e);
    }
  }
}
