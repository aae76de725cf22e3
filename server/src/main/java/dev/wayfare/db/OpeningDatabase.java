package dev.wayfare.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// A database that opens while the rest of the server gets ready: PostgreSQL and the migrations
/// take about as long as all that is done before the first question to them.
public final class OpeningDatabase implements AutoCloseable {
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().name("database-opening").daemon().start(task);

  private final DatabaseSettings settings;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Database> coming = new CompletableFuture<>();

  public OpeningDatabase(DatabaseSettings settings) {
    this.settings = settings;
  }

  /// Not before logging is set up, for this has something to say.
  public void begin() {
    if (begun.compareAndSet(false, true)) {
      coming.completeAsync(() -> Database.open(settings), BESIDE);
    }
  }

  /// Waits until it is ready, or until it is known why it will not be.
  Database ready() {
    begin();
    try {
      return coming.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw e;
    }
  }

  /// For a server that does not come up: what was begun for it ends with it.
  @Override
  public void close() {
    if (!begun.get()) {
      return;
    }
    try {
      coming.join().close();
    } catch (CompletionException _) {
      // It never opened, and whoever waited for it was told.
    }
  }
}
