package dev.wayfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void everyTenthConversationSendsAWrongEmailFirst() {
    var turns = IntStream.range(0, 100).mapToObj(Script::of).map(script -> script.lines().size());
    assertThat(turns.filter(count -> count == 5)).hasSize(10);
    assertThat(Script.of(19).lines().get(3).expects()).isEqualTo(Script.Words.WRONG);
    assertThat(Script.of(18).lines()).hasSize(4);
  }

  @Test
  void noTwoConversationsShareAPhone() {
    assertThat(IntStream.range(0, 1000).mapToObj(Script::of).map(Script::phone).distinct())
        .hasSize(1000);
  }

  @Test
  void theHandWrittenServerSaysWhatTheScriptExpects() {
    var script = Script.of(19);
    var state = "";
    for (var line : script.lines()) {
      var turn = BareServlet.turn(state, line.says());
      assertThat(turn.reply()).isEqualTo(line.expects());
      state = turn.state();
    }
    assertThat(state).isEqualTo("done|");
  }
}
