package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database as it stands: shared while it runs, started while it rests, never made.
class DatabaseJoinTest {

  @Test
  void whatIsNotThereIsNotMade(@TempDir Path folder) {
    var data = folder.resolve("none");
    assertThatThrownBy(() -> Database.join(DatabaseSettings.embedded(data)))
        .isInstanceOfSatisfying(
            DatabaseTrouble.class,
            it -> assertThat(it.code()).isEqualTo(DatabaseTrouble.Code.DATABASE_MISSING));
    assertThat(data).doesNotExist();
  }

  @Test
  void itIsSharedWhileItRunsAndStoppedOnlyByWhoStartedIt() {
    var data = TestFolders.fresh();
    var settings = DatabaseSettings.embedded(data).withPoolSize(1);
    try (var running = Database.open(settings)) {
      try (var beside = Database.join(settings)) {
        assertThat(beside.look(InstantSource.system()).mark())
            .isPresent()
            .isEqualTo(running.look(InstantSource.system()).mark());
      }
      assertThat(EmbeddedPostgres.running(data)).isPresent();
    }
    assertThat(EmbeddedPostgres.running(data)).isEmpty();
    try (var alone = Database.join(settings)) {
      assertThat(alone.look(InstantSource.system()).pending()).isEmpty();
      assertThat(EmbeddedPostgres.running(data)).isPresent();
    }
    assertThat(EmbeddedPostgres.running(data)).isEmpty();
    assertThat(EmbeddedPostgres.erase(data)).isTrue();
  }

  @Test
  void lookingMigratesNothing() {
    try (var empty = TestDatabase.empty(DatabaseSettings.DEFAULT_MIGRATIONS);
        var joined = Database.join(DatabaseSettings.external(empty.url()).withPoolSize(1))) {
      var look = joined.look(InstantSource.system());
      assertThat(look.schema()).isEmpty();
      assertThat(look.mark()).isEmpty();
      assertThat(look.pending()).isNotEmpty();
      assertThat(joined.look(InstantSource.system()).schema()).isEmpty();
    }
  }
}
