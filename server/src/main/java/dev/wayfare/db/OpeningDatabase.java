package dev.wayfare.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// A database that opens while the rest of the server gets ready: PostgreSQL and the migrations
/// take about as long as all that is done before the first question to them.
public final class OpeningDatabase implements AutoCloseable {
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().name("database-opening").daemon().start(task);

  private final CompletableFuture<Database> coming;

  private OpeningDatabase(CompletableFuture<Database> coming) {
    this.coming = coming;
  }

  public static OpeningDatabase begin(DatabaseSettings settings) {
    return new OpeningDatabase(
        CompletableFuture.supplyAsync(() -> Database.open(settings), BESIDE));
  }

  /// Waits until it is ready, or until it is known why it will not be.
  Database ready() {
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
    try {
      coming.join().close();
    } catch (CompletionException _) {
      // It never opened, and whoever waited for it was told.
    }
  }
}
