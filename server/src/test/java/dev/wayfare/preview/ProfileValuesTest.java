package dev.wayfare.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileValuesTest {
  private static final String SECRET = "a \"quoted\" key/1";

  private static String hidden(String text) {
    return new ProfileValues(Map.of(), List.of(SECRET)).hide(text);
  }

  @Test
  void aSecretIsHiddenInEveryFormThatAServiceRepeatsItIn() {
    assertThat(hidden("key: " + SECRET + ".")).isEqualTo("key: •••.");
    assertThat(hidden("{\"key\": \"a \\\"quoted\\\" key/1\"}")).isEqualTo("{\"key\": \"•••\"}");
    assertThat(hidden("/?key=a+%22quoted%22+key%2F1&b")).isEqualTo("/?key=•••&b");
    assertThat(hidden("/a%20%22quoted%22%20key%2F1/b")).isEqualTo("/•••/b");
    assertThat(hidden("Basic YSAicXVvdGVkIiBrZXkvMQ==")).isEqualTo("Basic •••");
  }

  @Test
  void anEmptySecretHidesNothing() {
    assertThat(new ProfileValues(Map.of(), List.of("")).hide("all of this"))
        .isEqualTo("all of this");
  }
}
