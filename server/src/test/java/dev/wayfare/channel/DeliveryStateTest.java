package dev.wayfare.channel;

import static dev.wayfare.channel.DeliveryState.DELIVERED;
import static dev.wayfare.channel.DeliveryState.FAILED;
import static dev.wayfare.channel.DeliveryState.QUEUED;
import static dev.wayfare.channel.DeliveryState.SENT;
import static dev.wayfare.channel.DeliveryState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeliveryStateTest {

  @Test
  void aLateSentNeverUndoesDelivered() {
    assertThat(QUEUED.then(SENT).then(DELIVERED).then(SENT).then(QUEUED)).isEqualTo(DELIVERED);
    assertThat(SENT.then(FAILED).then(SENT)).isEqualTo(FAILED);
    assertThat(UNDELIVERED.then(FAILED)).isEqualTo(UNDELIVERED);
  }

  @Test
  void reportsInAnyOrderEndInTheSameState() {
    for (var a : DeliveryState.values()) {
      for (var b : DeliveryState.values()) {
        if (a.isFinal() != b.isFinal()) {
          assertThat(a.then(b)).as("%s then %s", a, b).isEqualTo(b.then(a));
        }
        assertThat(a.then(a)).isEqualTo(a);
      }
    }
    assertThat(Arrays.stream(DeliveryState.values()).filter(DeliveryState::isFinal))
        .containsExactly(DELIVERED, UNDELIVERED, FAILED);
  }
}
