package dev.wayfare.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.check.OptWords;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptWordTest {

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "stop, STOP",
    "' Stop. ', STOP",
    "'\"STOPALL\"', STOP",
    "Unsubscribe!, STOP",
    "cancel, STOP",
    "END, STOP",
    "quit, STOP",
    "optout, STOP",
    "revoke, STOP",
    "'STOP 🙏', STOP",
    "start, START",
    "Yes, START",
    "UNSTOP, START",
    "'Help?', HELP",
    "info, HELP"
  })
  void aWordCountsWhateverItsCaseAndPunctuation(String body, OptWord expected) {
    assertThat(OptWord.of(body)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "...",
        "stop it",
        "please stop",
        "stopp",
        "yes please",
        "end of may",
        "unsubscribe me from everything at once"
      })
  void aWordInsideAMessageDoesNot(String body) {
    assertThat(OptWord.of(body)).isEmpty();
  }

  /// What the checks of drafts warn of is what is really taken away.
  @Test
  void theChecksWarnOfEveryWordThatStopsOrAsksForHelp() {
    assertThat(OptWords.STOP).allMatch(word -> OptWord.of(word).equals(Optional.of(OptWord.STOP)));
    assertThat(OptWords.HELP).allMatch(word -> OptWord.of(word).equals(Optional.of(OptWord.HELP)));
    assertThat(OptWord.words(OptWord.STOP)).isEqualTo(OptWords.STOP);
    assertThat(OptWord.words(OptWord.HELP)).isEqualTo(OptWords.HELP);
  }
}
