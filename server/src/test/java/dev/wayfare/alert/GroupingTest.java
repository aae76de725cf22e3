package dev.wayfare.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.alert.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The state machine by itself.
class GroupingTest {
  private static final AlertKind KIND = AlertKind.APPLICATION_ERROR;

  private final List<String> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-04T05:06:07Z");
  private Standing standing = Standing.first(now);

  private void seen(long times) {
    take(Grouping.seen(standing, KIND, times, now, 1, now));
  }

  private void take(Grouping.Change change) {
    standing = change.after();
    change.told().ifPresent(it -> told.add(it.news() + " " + it.count()));
  }

  private void pass(Duration time) {
    now = now.plus(time);
    take(Grouping.tick(standing, KIND, now));
  }

  @Test
  void theFirstIsToldAtOnceAndTheRestWhenTheWindowEnds() {
    seen(1);
    seen(1_204);
    assertThat(told).containsExactly("NEW 1");
    pass(Grouping.WINDOW.minusSeconds(1));
    assertThat(told).hasSize(1);
    pass(Duration.ofSeconds(1));
    assertThat(told).containsExactly("NEW 1", "MORE 1204");
  }

  @Test
  void aWindowWithoutAnythingSaysNothing() {
    seen(1);
    pass(Grouping.WINDOW);
    assertThat(told).containsExactly("NEW 1");
    assertThat(Grouping.due(standing, KIND)).contains(standing.lastSeen().plus(Grouping.QUIET));
    seen(2);
    assertThat(told).containsExactly("NEW 1", "AGAIN 2");
  }

  @Test
  void quietIsRecoveredAndWhatComesThenCameBack() {
    seen(1);
    pass(Grouping.QUIET);
    assertThat(standing.state()).isEqualTo(State.RECOVERED);
    seen(1);
    assertThat(told).containsExactly("NEW 1", "RECOVERED 0", "CAME_BACK 1");
  }

  @Test
  void whatComesAfterALongSilenceCameBackThoughNobodyLookedMeanwhile() {
    seen(1);
    now = now.plus(Duration.ofDays(2));
    seen(1);
    assertThat(told).containsExactly("NEW 1", "CAME_BACK 1");
  }

  @Test
  void aThresholdCountsWithinOneWindow() {
    take(Grouping.seen(standing, KIND, 2, now, 3, now));
    pass(Grouping.WINDOW);
    take(Grouping.seen(standing, KIND, 2, now, 3, now));
    assertThat(told).isEmpty();
    take(Grouping.seen(standing, KIND, 1, now, 3, now));
    assertThat(told).containsExactly("NEW 3");
    assertThat(standing.total()).isEqualTo(5);
  }

  @Test
  void whatSomebodyMustEndDoesNotEndByItself() {
    take(Grouping.seen(standing, AlertKind.CERTIFICATE, 1, now, 1, now));
    now = now.plus(Duration.ofDays(3));
    take(Grouping.tick(standing, AlertKind.CERTIFICATE, now));
    assertThat(standing.state()).isEqualTo(State.OPEN);
    assertThat(Grouping.due(standing, AlertKind.CERTIFICATE)).isEmpty();
    take(Grouping.over(standing, now));
    assertThat(told).containsExactly("NEW 1", "RECOVERED 0");
  }

  /// Whatever comes, at most one message a window (and a recovery), and everything is counted.
  @Test
  void noOrderOfEventsMakesAFlood() {
    var seed = System.nanoTime();
    var chance = new Random(seed);
    var begun = now;
    var all = 0L;
    for (var step = 0; step < 20_000; step++) {
      if (chance.nextInt(3) == 0) {
        pass(Duration.ofSeconds(chance.nextInt(90)));
      } else {
        var times = chance.nextInt(50) + 1;
        all += times;
        seen(times);
      }
    }
    var windows = Duration.between(begun, now).dividedBy(Grouping.WINDOW) + 2;
    assertThat(standing.total()).as("seed %d", seed).isEqualTo(all);
    assertThat(told.size()).as("seed %d", seed).isLessThanOrEqualTo((int) windows);
    var inMessages =
        told.stream().mapToLong(it -> Long.parseLong(it.substring(it.indexOf(' ') + 1))).sum();
    assertThat(inMessages + standing.counted()).as("seed %d", seed).isEqualTo(all);
  }
}
