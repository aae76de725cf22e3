package dev.wayfare.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KernelTest {

  private final SteppingClock clock = new SteppingClock();
  private final Ids ids = new RandomIds(clock, new Random(1));

  @Test
  void idsSortByTheTimeTheyWereMadeAlsoWithinAMillisecond() {
    var made = new ArrayList<String>();
    for (var i = 0; i < 10_000; i++) {
      if (i % 1000 == 0) {
        clock.jump(Duration.ofMillis(1));
      }
      made.add(ids.next().toString());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void anIdIsAVersion7UuidThatHoldsItsTime() {
    UUID id = ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void aWordIsSafeInAUrlAndUsesItsWholeAlphabet() {
    var seen = new HashSet<Character>();
    for (var i = 0; i < 200; i++) {
      var word = ids.word(21);
      assertThat(word).matches("[A-Za-z0-9_-]{21}");
      word.chars().forEach(letter -> seen.add((char) letter));
    }
    assertThat(seen).hasSize(64);
  }

  @Test
  void aSecretIsNeverPrinted() {
    record Account(String name, Secret key) {}
    var account = new Account("carrier", Secret.of("s3cr3t"));
    assertThat(account.toString()).contains("•••").doesNotContain("s3cr3t");
    assertThat(new JsonMapper().writeValueAsString(account))
        .isEqualTo("{\"name\":\"carrier\",\"key\":\"•••\"}");
    assertThat(new JsonMapper().readValue("\"s3cr3t\"", Secret.class)).isEqualTo(account.key());
    assertThat(account.key().reveal()).isEqualTo("s3cr3t");
  }

  @Test
  void aFingerprintIsSha256() {
    assertThat(Fingerprint.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
