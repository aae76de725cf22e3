package dev.wayfare.testing;

import dev.wayfare.Wayfare;
import dev.wayfare.db.TestFolders;
import dev.wayfare.flow.App;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server in a process of its own, as an operator starts one: `wayfare up`.
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final List<String> output = new ArrayList<>();

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    Thread.ofVirtual().start(() -> listen(process.inputReader()));
  }

  /// Returns at once: the process has begun, nobody answers yet.
  public static ServerProcess up(Path data, int port) {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            Wayfare.class.getName(),
            "up",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--allow-outbound",
            "127.0.0.1");
    try {
      return new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a process of ours needs to run, however this one was started.
  public static String classPath() {
    var flow = App.class.getProtectionDomain().getCodeSource().getLocation();
    return TestFolders.classPath() + File.pathSeparator + Path.of(URI.create(flow.toString()));
  }

  /// The address the server calls its own; the one to ask is [#base].
  public String publicUrl() {
    return "http://localhost:" + port;
  }

  public String base() {
    return "http://127.0.0.1:" + port;
  }

  /// Waits for a line of its output that begins so, and gives what follows.
  public String says(String beginning) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (output) {
      while (true) {
        var line = said(beginning);
        if (line.isPresent()) {
          return line.get();
        }
        var left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || !process.isAlive()) {
          throw new AssertionError(
              "Expected \"" + beginning + "\", it said:\n" + String.join("\n", output));
        }
        try {
          output.wait(Math.min(left, 100));
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  private Optional<String> said(String beginning) {
    return output.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .findFirst();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// `kill -9`: it gets no word in.
  public void killNine() {
    process.destroyForcibly().onExit().join();
  }

  public String output() {
    synchronized (output) {
      return String.join("\n", output);
    }
  }

  private void listen(BufferedReader words) {
    try (words) {
      for (var line = words.readLine(); line != null; line = words.readLine()) {
        synchronized (output) {
          output.add(line);
          output.notifyAll();
        }
      }
    } catch (IOException gone) {
      // The process was killed; it says nothing more.
    }
  }

  @Override
  public void close() {
    killNine();
  }
}
