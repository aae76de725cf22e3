package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:p%40ss%2Bword@db.example:6000/wayfare?sslmode=require",
        "postgres://ann:p%40ss%2Bword@db.example:6000/wayfare?sslmode=require",
        "jdbc:postgresql://db.example:6000/wayfare?user=ann&password=p%40ss%2Bword&sslmode=require"
      })
  void everyFormIsRead(String text) {
    assertThat(DatabaseUrl.parse(text))
        .isEqualTo(
            new DatabaseUrl(
                "jdbc:postgresql://db.example:6000/wayfare?sslmode=require", "ann", "p@ss+word"));
  }

  @Test
  void thePortMayBeLeftOut() {
    assertThat(DatabaseUrl.parse("postgresql://ann@db.example/wayfare").jdbc())
        .isEqualTo("jdbc:postgresql://db.example:5432/wayfare");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://a:secret@h/d",
        "postgresql://a:secret@h",
        "db.example",
        "postgresql://a:sec ret@h/d"
      })
  void anythingElseIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageContaining("postgresql://user:password@host:port/database")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsShownHoldsNoPassword() {
    assertThat(DatabaseUrl.parse("postgresql://ann:secret@h:1/d?sslpassword=secret").toString())
        .isEqualTo("postgresql://h:1/d as ann");
  }

  @Test
  void anotherDatabaseOfTheSameServer() {
    var url = DatabaseUrl.parse("postgresql://ann:x@h:1/d?sslmode=require");
    assertThat(url.withDatabase("e").jdbc()).isEqualTo("jdbc:postgresql://h:1/e?sslmode=require");
  }
}
