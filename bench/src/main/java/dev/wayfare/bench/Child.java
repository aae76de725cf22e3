package dev.wayfare.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// A server process of the bench's own, and what it says.
final class Child implements AutoCloseable {
  private static final int LINES_KEPT = 40;
  private static final int PATIENCE_SECONDS = 60;
  private static final int STOP_SECONDS = 15;

  private final String name;
  private final Process process;
  private final Deque<String> said = new ArrayDeque<>();
  private final CompletableFuture<String> awaited = new CompletableFuture<>();

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /// Starts a program and listens to it.
  static Child start(String name, List<String> command, Predicate<String> ready) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      var child = new Child(name, builder.start());
      Thread.ofPlatform().daemon().name(name).start(() -> child.listen(ready));
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The line by which it says that it is ready.
  String awaitReady() throws InterruptedException {
    try {
      return awaited.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "The " + name + " did not start. It said:\n" + lastWords(), e);
    }
  }

  /// Tells it something; its input stays open, so that it can see when the bench is gone.
  void tell(String lines) {
    try {
      var input = process.getOutputStream();
      input.write(lines.getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  String lastWords() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  private void listen(Predicate<String> ready) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        if (ready.test(line)) {
          awaited.complete(line);
        }
      }
      awaited.completeExceptionally(new IllegalStateException("It ended."));
    } catch (IOException closed) {
      awaited.completeExceptionally(closed);
    }
  }

  private void keep(String line) {
    synchronized (said) {
      said.addLast(line);
      if (said.size() > LINES_KEPT) {
        said.removeFirst();
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
