package dev.wayfare.bench;

import dev.wayfare.db.DatabaseUrl;
import dev.wayfare.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// All that a run needs and nobody keeps: a folder, the product's embedded PostgreSQL in it, a
/// carrier, the server processes. Closing it, also by Ctrl-C, stops and removes everything.
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres database;
  private final Numbers numbers = Numbers.open();
  private final Deque<Child> children = new ArrayDeque<>();
  private boolean closed;

  private Scratch(Path folder, EmbeddedPostgres database) {
    this.folder = folder;
    this.database = database;
  }

  /// @param parent a folder on the disk whose speed counts
  static Scratch in(Path parent) {
    try {
      var folder =
          Files.createDirectories(parent.resolve("bench-" + ProcessHandle.current().pid()));
      var scratch = new Scratch(folder, EmbeddedPostgres.start(folder));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(scratch::close));
      return scratch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  DatabaseUrl database() {
    return database.url();
  }

  /// The carrier of all that runs here.
  Numbers numbers() {
    return numbers;
  }

  ProcessHandle postmaster() {
    return ProcessHandle.of(database.pid()).orElseThrow();
  }

  synchronized Child start(String name, List<String> command, Predicate<String> ready) {
    if (closed) {
      throw new IllegalStateException("The run was stopped.");
    }
    var child = Child.start(name, command, ready);
    children.push(child);
    return child;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    children.forEach(Child::close);
    numbers.close();
    database.close();
    EmbeddedPostgres.erase(folder);
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
