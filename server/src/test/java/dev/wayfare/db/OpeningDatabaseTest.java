package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OpeningDatabaseTest {

  @Test
  void whoWaitsGetsTheOpenDatabaseAndItEndsWithTheOpening() throws SQLException {
    try (var place = TestDatabase.fresh()) {
      var opening = new OpeningDatabase(place.settings());
      var database = opening.ready();
      try (var connection = database.dataSource().getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
      opening.close();
      assertThatThrownBy(() -> database.dataSource().getConnection())
          .isInstanceOf(SQLException.class);
      database.close(); // whoever holds it may close it too
    }
  }

  @Test
  void aServerThatFailedBeforeItWasBegunHasNothingToClose() {
    var opening = new OpeningDatabase(DatabaseSettings.embedded(Path.of("/nowhere/at/all")));
    opening.close();
    assertThat(Path.of("/nowhere")).doesNotExist();
  }

  @Test
  void whoWaitsForOneThatDoesNotOpenIsToldWhy() {
    var opening =
        new OpeningDatabase(DatabaseSettings.external("postgres://a:b@127.0.0.1:1/nothing"));
    assertThatThrownBy(opening::ready)
        .isInstanceOfSatisfying(
            DatabaseTrouble.class,
            trouble ->
                assertThat(trouble.code()).isEqualTo(DatabaseTrouble.Code.DATABASE_UNREACHABLE));
    opening.close();
  }
}
