package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A PostgreSQL that a test may stop, freeze and start again at the same address, as those of other
/// people do.
public final class OwnPostgres implements AutoCloseable {
  private final Path data = TestFolders.fresh();
  private final ClusterHome home = ClusterHome.of(data);
  private EmbeddedPostgres server = EmbeddedPostgres.start(home, TestFolders::binaries);

  /// For `--database-url`.
  public String url() {
    var url = server.url();
    return "postgresql://%s:%s@%s"
        .formatted(url.user(), url.password(), url.jdbc().substring("jdbc:postgresql://".length()));
  }

  public void stop() {
    server.close();
  }

  public void startAgain() {
    server = EmbeddedPostgres.start(home, TestFolders::binaries);
  }

  /// Connections stay open, new ones are taken, and nobody ever answers.
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String signal) {
    var postmaster = ProcessHandle.of(server.pid()).orElseThrow();
    var words = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(postmaster.pid())));
    postmaster.descendants().forEach(child -> words.add(Long.toString(child.pid())));
    try {
      new ProcessBuilder(words).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    thaw();
    server.close();
    TestFolders.erase(data);
  }
}
