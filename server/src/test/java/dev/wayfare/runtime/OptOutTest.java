package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever says STOP gets nothing more, whatever was on its way to them.
class OptOutTest {
  private static final String APP =
      """
      wayfare: 1
      name: nudges
      title: Nudges
      triggers:
        texted: {type: text, flow: desk}
      flows:
        desk:
          channel: text
          start: soon
          steps:
            soon: {type: timer, name: soon, after: 1h, flow: nudge, next: later}
            later: {type: timer, name: later, after: 3h, flow: again, next: hi}
            hi: {type: say, text: "Hello."}
        nudge:
          channel: text
          start: say
          steps: {say: {type: say, text: "Still there?"}}
        again:
          channel: text
          start: say
          steps: {say: {type: say, text: "We miss you."}}
      """;
  private static final String ADA = "+15557770301";
  private static final String BO = "+15557770302";
  private static final String WHY = "The person asked this number to stop.";

  private final TestWorld world = new TestWorld().saves("nudges", APP).publishes("nudges");

  @AfterEach
  void close() {
    world.close();
  }

  /// What is dead, as operators see it.
  private String dead() {
    return world.api().get("outbox/dead").path("items").toString();
  }

  @Test
  void aTextThatIsTriedAgainLeavesNoMoreAfterStopAlsoWhenTheyComeBack() {
    world.sms(ADA, "hi");
    world.sms(BO, "hi");
    world.carrier().answers(503);
    world.clock().jump(Duration.ofMinutes(61));
    world.runDue();
    assertThat(dead()).as("both are tried again").isEqualTo("[]");

    assertThat(world.sms(ADA, "STOP").getFirst()).contains("no more texts");
    assertThat(dead()).contains(WHY).contains(ADA).doesNotContain(BO);
    assertThat(world.sms(ADA, "START").getFirst()).contains("again");

    world.carrier().answers(201);
    world.clock().jump(Duration.ofMinutes(10));
    assertThat(world.sentTo(BO)).containsExactly("Still there?");
    assertThat(world.sentTo(ADA)).isEmpty();

    world.clock().jump(Duration.ofHours(2));
    assertThat(world.sentTo(ADA)).as("what is said later").containsExactly("We miss you.");
  }

  @Test
  void aTextThatIsMadeAfterStopIsDeadAndSaysWhy() {
    world.sms(ADA, "hi");
    world.sms(ADA, "stop");
    world.clock().jump(Duration.ofMinutes(61));
    assertThat(world.sentTo(ADA)).isEmpty();
    assertThat(dead()).contains(WHY).contains(ADA);

    world.sms(ADA, "start");
    world.clock().jump(Duration.ofHours(2));
    assertThat(world.sentTo(ADA)).containsExactly("We miss you.");
  }

  @Test
  void aTextThatTheCarrierIsJustRefusingStaysDead() {
    world.sms(ADA, "hi");
    world.clock().jump(Duration.ofMinutes(61));
    world.part(Timers.class).fireDue();
    var store = world.part(OutboxStore.class);
    var now = world.clock().instant();
    var taken = store.take(now, now.plusSeconds(60), 5).getFirst();
    world.sms(ADA, "STOP");
    store.again(taken, now.plusSeconds(1), "503: come again");
    world.sms(ADA, "START");
    world.clock().jump(Duration.ofMinutes(2));
    assertThat(world.sentTo(ADA)).isEmpty();
    assertThat(dead()).contains(WHY);
  }
}
