package dev.wayfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void percentilesAreTakenOverTheTurnsOfAllConnections() {
    var odd = new Latencies();
    var even = new Latencies();
    for (var millis = 1; millis <= 100; millis++) {
      (millis % 2 == 0 ? even : odd).add(millis * 1_000_000L);
    }
    var whole = Latencies.together(List.of(odd, even));
    assertThat(whole.count()).isEqualTo(100);
    assertThat(whole.millis(0.5)).isEqualTo(50);
    assertThat(whole.millis(0.99)).isEqualTo(99);
  }

  @Test
  void oneNoisyRoundDoesNotMoveTheMedian() {
    var rounds =
        Stream.of(100.0, 5.0, 104.0).map(speed -> new Measured(speed, 1, 2, 3, 4, 5)).toList();
    assertThat(Measured.median(rounds).perSecond()).isEqualTo(100);
    assertThat(Measured.median(rounds.subList(0, 2)).perSecond()).isEqualTo(52.5);
  }

  @Test
  void ratiosSetTheProductAgainstTheOtherTwo() {
    var row = new Match.Row(16, speed(5000), speed(2500), speed(2000));
    assertThat(row.toLimit()).isEqualTo(0.4);
    assertThat(row.toBare()).isEqualTo(0.8);
    assertThat(Report.table(List.of(row)))
        .contains("| 16 | 2,000 | 5,000 | 2,500 | 0.40 | 0.80 | 1.00 | 2.0 |");
  }

  private static Measured speed(double perSecond) {
    return new Measured(perSecond, 1, 2, 3, 4, 5);
  }
}
