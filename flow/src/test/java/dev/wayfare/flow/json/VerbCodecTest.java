package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerbCodecTest {
  private static final String LETTERS = "ab \"\\<>&'\n\u0000ß\uD83D\uDE00$t";
  private final VerbCodec codec = new VerbCodec();
  private final Random chance = new Random(7);

  @Test
  void whatACallWasToldComesBackAsItWas() {
    for (var script = 0; script < 2_000; script++) {
      var verbs = verbs(true);
      assertThat(codec.read(codec.write(verbs))).isEqualTo(verbs);
    }
  }

  @Test
  void whatIsNoVerbIsRefused() {
    for (var wrong : List.of("\"x\"", "[1]", "[{\"is\": \"sing\"}]", "[{\"is\": \"listen\"}]")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> codec.read(wrong));
    }
  }

  private List<Verb> verbs(boolean nested) {
    var verbs = new ArrayList<Verb>();
    for (var left = chance.nextInt(4); left > 0; left--) {
      verbs.add(verb(nested));
    }
    return verbs;
  }

  private Verb verb(boolean nested) {
    return switch (chance.nextInt(nested ? 6 : 2)) {
      case 0 -> new Verb.Speak(text(), text(), new Verb.Voice(text(), text()));
      case 1 -> new Verb.Play(text(), chance.nextInt(100));
      case 2 -> new Verb.Forward(text(), length());
      case 3 -> new Verb.Hold(length());
      case 4 -> new Verb.HangUp();
      default -> new Verb.Listen(verbs(false), hearing());
    };
  }

  private Verb.Hearing hearing() {
    return new Verb.Hearing(
        chance.nextBoolean(),
        chance.nextBoolean(),
        chance.nextInt(50),
        length(),
        List.of(text(), text()),
        chance.nextBoolean(),
        chance.nextBoolean(),
        text());
  }

  private Duration length() {
    return Duration.ofMillis(chance.nextInt(1_000_000));
  }

  private String text() {
    var text = new StringBuilder();
    var points = LETTERS.codePoints().toArray();
    for (var left = chance.nextInt(8); left > 0; left--) {
      text.appendCodePoint(points[chance.nextInt(points.length)]);
    }
    return text.toString();
  }
}
