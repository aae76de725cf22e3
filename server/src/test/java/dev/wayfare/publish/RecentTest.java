package dev.wayfare.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final List<Integer> loaded = new ArrayList<>();
  private final Recent<Integer, String> recent = new Recent<>(8);

  private Optional<String> get(int key) {
    return recent.get(
        key,
        () -> {
          loaded.add(key);
          return key < 0 ? Optional.empty() : Optional.of("value " + key);
        });
  }

  @Test
  void aThingIsLoadedOnceAndWhatIsMissingIsAskedForAgain() {
    assertThat(get(1)).contains("value 1");
    assertThat(get(1)).contains("value 1");
    assertThat(get(-1)).isEmpty();
    assertThat(get(-1)).isEmpty();
    assertThat(loaded).containsExactly(1, -1, -1);
  }

  @Test
  void itStaysWithinItsBoundAndKeepsWhatIsUsed() {
    for (var key = 0; key < 100; key++) {
      get(key);
      get(0);
      assertThat(recent.size()).isLessThanOrEqualTo(8);
    }
    assertThat(loaded.stream().filter(key -> key == 0)).hasSize(1);
  }
}
