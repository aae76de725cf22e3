package dev.wayfare;

import dev.wayfare.db.KeptCluster;
import dev.wayfare.db.KeptFiles;
import dev.wayfare.kernel.SealedBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A demo's data folder that the launcher made after the build, apps published and server stopped.
/// A demo on an empty data folder begins as a copy of it and is as quick as a later start
/// (docs/adr/0007). A demo only: a real installation makes all that is its own by itself.
final class KeptDemo {
  /// Names that data folder.
  static final String PROPERTY = "wayfare.demo";

  /// Not in the way of the first pages.
  private static final int AFTER_THE_START_SECONDS = 20;

  private KeptDemo() {}

  static ServerSettings under(ServerSettings settings) {
    return under(settings, given());
  }

  /// For the next demo on an empty data folder, soon and beside all else.
  static void layReadySoon() {
    var soon = CompletableFuture.delayedExecutor(AFTER_THE_START_SECONDS, TimeUnit.SECONDS);
    given().ifPresent(kept -> soon.execute(() -> KeptCluster.layReady(kept)));
  }

  private static Optional<Path> given() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }

  static ServerSettings under(ServerSettings settings, Optional<Path> given) {
    if (settings.databaseUrl().isPresent() || !isEmpty(settings.dataFolder())) {
      return settings;
    }
    var kept = given.filter(KeptDemo::hasKeys);
    kept.ifPresent(from -> beginKeys(settings.dataFolder(), from));
    return kept.map(settings::begunFrom).orElse(settings);
  }

  /// The data folder first: PostgreSQL's account must reach what is in it, and only the keys are
  /// closed to all others.
  private static void beginKeys(Path dataFolder, Path from) {
    try {
      Files.createDirectories(dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + dataFolder, e);
    }
    SealedBox.begin(dataFolder, from);
  }

  private static boolean hasKeys(Path kept) {
    var keys = SealedBox.keyFile(kept);
    return Files.exists(keys) && KeptFiles.believed(keys.resolveSibling("")).isPresent();
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException unreadable) {
      return false; // whoever opens it says what is wrong with it
    }
  }
}
