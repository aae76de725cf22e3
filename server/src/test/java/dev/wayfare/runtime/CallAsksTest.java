package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.CallReply;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Verb;
import dev.wayfare.testing.Soon;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Calls whose flow asks the world outside.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallAsksTest {
  private static final String LOOK =
      "{type: http, connection: orders, path: \"/{{ path }}\","
          + " headers: {X-Key: profile.key}, into: found, next: tell, failed: sorry}";
  private static final String TWIN = "{type: log, code: twin, message: twin, next: tell}";
  private static final String APP =
      """
      wayfare: 1
      name: line
      title: Line
      variables: {path: text, found: object}
      profile_values:
        key: {type: secret, required: true}
      triggers:
        called: {type: call, flow: talk}
      flows:
        talk:
          channel: voice
          start: which
          steps:
            which: {type: ask, text: "Which?", into: path, next: look}
            look: LOOK
            tell: {type: say, text: "{{ found.what }} comes on {{ found.day }}.", next: which}
            sorry: {type: say, text: "No luck.", next: which}
      """;

  private final AskWorld asks = new AskWorld(Outward.class);
  private int phones;

  @BeforeAll
  void publish() {
    asks.publish("line", APP.replace("LOOK", LOOK), APP.replace("LOOK", TWIN));
  }

  @AfterAll
  void close() {
    asks.close();
  }

  private Handset somebody() {
    return new Handset(asks.world, "+1555887%04d".formatted(phones++)).dials();
  }

  private long open(String what) {
    return asks.world
        .part(JdbcClient.class)
        .sql("select count(*) from " + what)
        .query(Long.class)
        .single();
  }

  @Test
  void theAnswerIsSaidInTheSameBreath() throws Exception {
    var call = somebody();
    var told = CallTurnsTest.atOnce(20, () -> call.posts("1", new Input.Spoken("lamp", "")));
    assertThat(new HashSet<>(told)).hasSize(1);
    assertThat(told.getFirst()).isInstanceOf(CallReply.Script.class);
    var verbs = ((CallReply.Script) told.getFirst()).verbs();
    assertThat(verbs.getFirst())
        .isEqualTo(new Verb.Speak("lamp comes on Monday.", Verb.Voice.USUAL));
    assertThat(verbs.getLast()).isInstanceOf(Verb.Listen.class);
    assertThat(verbs).noneMatch(Verb.Hold.class::isInstance);
    assertThat(asks.service.calls("/lamp")).hasSize(1);
    assertThat(call.says("wrong").words()).isEqualTo("No luck. Which?");
    assertThat(open("inbox where open_until is not null")).isZero();
  }

  @Test
  void whoWaitsTooLongIsHeldAndToldWhenItAsksAgain() {
    var call = somebody();
    asks.service.shut();
    try {
      assertThat(call.says("slow").last()).isInstanceOf(Verb.Hold.class);
      assertThat(call.waits().last()).isInstanceOf(Verb.Hold.class);
    } finally {
      asks.service.open();
    }
    Soon.within(Duration.ofSeconds(30), "the answer is taken", () -> open("ask") == 0);
    assertThat(call.waits().words()).isEqualTo("slow comes on Monday. Which?");
    assertThat(asks.service.calls("/slow")).hasSize(1);
  }
}
