package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.flow.Asked;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.TrailEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00.123456Z");
  private final JourneyCodec journeys = new JourneyCodec();
  private final ValueCodec values = new ValueCodec();

  static Journey full() {
    return new Journey(
        UUID.fromString("0192f0c1-2b3c-7d4e-8f50-617283940516"),
        "k3v9x2m5q8w1z7r4t6y0p",
        new Contact("+15550100123", "ada@example.com", "Ada", "Löve", "Ada Löve", "Europe/Paris"),
        Map.of("order", "A12345", "boxes", 3d, "seen", NOW, "places", List.of("door", 2.5, true)),
        Map.of(
            Channel.TEXT,
            List.of(
                new Frame("helper", "which", false, Map.of("item", Map.of("$t", "x")), Map.of()),
                new Frame(
                    "find",
                    "look",
                    true,
                    Map.of("pin", "4711", "n", 1d),
                    Set.of("pin"),
                    Map.of("which", 2d))),
            Channel.WEB,
            List.of(new Frame("booking", "choose", false, Map.of(), Map.of()))),
        Map.of(
            "nudge", new Timer.Wake(NOW.plusSeconds(60), Channel.TEXT, 2, "which"),
            "reminder", new Timer.Run(NOW.plusNanos(1), "remind"),
            "later 3.1",
                new Timer.Call(
                    NOW,
                    "ring",
                    Map.of("about", "tea"),
                    Duration.ofSeconds(25),
                    Map.of("machine", "talk", "hung_up", "after"),
                    "calling")),
        Map.of(
            "17.1",
            new Asked(Channel.TEXT, 2, "look", Optional.empty()),
            "17.2",
            new Asked(Channel.WEB, 1, "find", Optional.of(new Outcome.Done(Map.of("a", 1d)))),
            "17.3",
            new Asked(Channel.NONE, 1, "x", Optional.of(new Outcome.Failed("HTTP_500", "no")))),
        List.of("hello?"),
        Map.of("hung_up", "after"),
        Set.of("order"),
        Map.of("day", "2026-11-24"),
        Standing.ENDED,
        NOW,
        NOW.plus(Duration.ofDays(30)),
        17);
  }

  @Test
  void aJourneyComesBackAsItWas() {
    assertThat(journeys.read(journeys.write(full()))).isEqualTo(full());
    assertThat(journeys.read(journeys.bytes(full()))).isEqualTo(full());
    assertThat(new String(journeys.bytes(full()), StandardCharsets.UTF_8))
        .hasSameSizeAs(journeys.write(full()));
  }

  @Test
  void secretsAreSealedWhereverTheyStand() {
    var sealed = new JourneyCodec(new Backwards());
    var written = sealed.write(full());
    assertThat(written).doesNotContain("A12345").doesNotContain("4711").contains("54321A", "1174");
    assertThat(written).doesNotContain("about").doesNotContain("tea");
    assertThat(sealed.read(written)).isEqualTo(full());
    assertThat(sealed.read(sealed.bytes(full()))).isEqualTo(full());
  }

  @Test
  void whatWasWrittenBeforeInputsWereSealedIsStillRead() {
    var written =
        journeys
            .write(full())
            .replace("\"j\":\"{\\\"about\\\":\\\"tea\\\"}\"", "\"i\":{\"about\":\"tea\"}");
    assertThat(written).contains("\"i\":{\"about\":\"tea\"}");
    assertThat(journeys.read(written)).isEqualTo(full());
  }

  /// Seals by writing from the end to the beginning.
  private record Backwards() implements Sealer {
    @Override
    public String seal(String open) {
      return new StringBuilder(open).reverse().toString();
    }

    @Override
    public String open(String sealed) {
      return seal(sealed);
    }
  }

  @Test
  void aJourneyBeforeItsFirstTurnIsShort() {
    var begun = Journey.begin(new UUID(1, 2), "link", Contact.UNKNOWN, Map.of(), NOW, NOW);
    assertThat(journeys.write(begun))
        .isEqualTo(
            "{\"i\":\"00000000-0000-0001-0000-000000000002\",\"l\":\"link\",\"c\":{},"
                + "\"b\":1795426200123456,\"x\":1795426200123456,\"n\":0}");
    assertThat(journeys.read(journeys.write(begun))).isEqualTo(begun);
  }

  @Test
  void whatANewerServerWroteIsSkipped() {
    var written = journeys.write(full());
    var newer =
        written
            .replaceFirst("\\{", "{\"new\":{\"deep\":[{\"i\":1}]},")
            .replace("\"s\":{", "\"s\":{\"fax\":[{\"f\":\"hotline\"}],")
            .replace("\"c\":true", "\"c\":true,\"why\":[1,{\"v\":2}]");
    assertThat(newer).isNotEqualTo(written);
    assertThat(journeys.read(newer)).isEqualTo(full());
  }

  @Test
  void whatIsNoJourneyIsNotTakenForOne() {
    assertThatThrownBy(() -> journeys.read("{}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> values.readValue("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> values.writeValue(new StringBuilder("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyKindOfValueComesBackAsItWas() {
    var hard =
        List.of(
            "",
            "1",
            "true",
            "2026-11-23T09:30:00Z",
            "\u0000\u2028😀\"\\\n",
            0d,
            -0d,
            1.5,
            1e300,
            Double.MIN_VALUE,
            9007199254740993d,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            true,
            false,
            Instant.EPOCH,
            Instant.MAX,
            Instant.MIN,
            NOW.plusNanos(7),
            List.of(),
            Map.of(),
            Map.of("$t", 5d),
            Map.of("$n", "NaN"),
            Map.of("$$t", "x", "$", List.of(Map.of())));
    for (var value : hard) {
      assertThat(values.readValue(values.writeValue(value))).isEqualTo(value);
    }
    assertThat(values.readValue(values.writeValue(hard))).isEqualTo(hard);
  }

  @Test
  void nothingBecomesTheEmptyText() {
    assertThat(values.readValue("[null,{\"a\":null}]")).isEqualTo(List.of("", Map.of("a", "")));
  }

  @Test
  void randomValuesComeBackAsTheyWere() {
    var seed = 20261123L;
    var random = new Random(seed);
    for (var i = 0; i < 2_000; i++) {
      var value = RandomTrees.value(random, 4);
      assertThat(values.readValue(values.writeValue(value)))
          .as("seed %d, %d", seed, i)
          .isEqualTo(value);
    }
  }

  @Test
  void aTrailComesBackAsItWas() {
    var codec = new TrailCodec();
    var trail =
        List.of(
            new TrailEntry("helper", "which", "entered", Map.of()),
            new TrailEntry("helper", "which", "set", Map.of("order", "A1", "at", NOW, "n", 2d)));
    assertThat(codec.read(codec.write(trail))).isEqualTo(trail);
    assertThat(codec.read(codec.write(List.of()))).isEmpty();
    assertThat(codec.read("[{\"f\":\"a\",\"zz\":[{}],\"s\":\"b\",\"w\":\"c\"}]"))
        .containsExactly(new TrailEntry("a", "b", "c", Map.of()));
  }

  @Test
  void aJourneyIsWrittenAndReadFastEnoughForEveryTurn() {
    var journey = full();
    var best = 0d;
    for (var round = 0; round < 6; round++) {
      var began = System.nanoTime();
      for (var i = 0; i < 20_000; i++) {
        journey = journeys.read(journeys.write(journey));
      }
      best = Math.max(best, 20_000 / ((System.nanoTime() - began) / 1e9));
    }
    System.out.printf(
        "JourneyCodec: %,.0f round trips/s of %d bytes%n", best, journeys.bytes(journey).length);
    assertThat(best).isGreaterThan(2_000);
  }
}
