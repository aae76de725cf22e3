package dev.wayfare.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReleaseMachineTest {
  private static final Path PAGE = Path.of("..", "docs", "release-states.md");

  @Test
  void everyStateButTheFirstIsReachedAndEveryOpenOneCanFailAndBeTakenBack() {
    var reached =
        ReleaseMachine.TABLE.stream()
            .map(ReleaseMachine.Transition::to)
            .collect(Collectors.toSet());
    assertThat(reached)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(ReleaseState.SEALED)));
    for (var state : ReleaseState.values()) {
      assertThat(ReleaseMachine.after(state, ReleaseEvent.BROKE).isPresent())
          .as("%s can fail", state)
          .isEqualTo(state.isOpen());
      assertThat(ReleaseMachine.after(state, ReleaseEvent.WITHDRAWN).isPresent())
          .as("%s can be taken back", state)
          .isEqualTo(state.isOpen());
    }
  }

  @Test
  void oneEventInOneStateLeadsToOnePlace() {
    assertThat(ReleaseMachine.TABLE.stream().map(it -> it.from() + " " + it.on()))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyALiveReleaseWasProvenAndOnlyAProvenOneGoesLive() {
    assertThat(ReleaseMachine.TABLE)
        .filteredOn(it -> it.to() == ReleaseState.LIVE)
        .extracting(ReleaseMachine.Transition::from)
        .containsExactly(ReleaseState.PROVEN);
  }

  @Test
  void thePageShowsTheTable() throws IOException {
    var page = page();
    if ("rewrite".equals(System.getProperty("wayfare.goldens"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("stale: write it again with ./wayfare goldens").hasContent(page);
  }

  private static String page() {
    var drawn =
        ReleaseMachine.TABLE.stream()
            .map(
                it ->
                    "  %s --> %s: %s"
                        .formatted(
                            it.from().word(),
                            it.to().word(),
                            it.on().name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining("\n"));
    var ends =
        Arrays.stream(ReleaseState.values())
            .filter(state -> ReleaseMachine.TABLE.stream().noneMatch(it -> it.from() == state))
            .map(state -> "  " + state.word() + " --> [*]")
            .collect(Collectors.joining("\n"));
    return """
        # The way of a release

        Written from the table in `ReleaseMachine`. A release is *sealed* when its content is written down, *prepared* when carriers post to us and
        certificates are there, *proven* when it answered through every entrance it is bound to, and *live* when customers get it. Until then customers
        get what they got before; when it *failed* or was *cancelled*, what was prepared outside is put back.

        ```mermaid
        stateDiagram-v2
          [*] --> sealed
        %s
        %s
        ```
        """
        .formatted(drawn, ends);
  }
}
