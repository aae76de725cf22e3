package dev.wayfare.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

  @ParameterizedTest(name = "{1} times {0} is {3} of {2}")
  @CsvSource({
    "a, 160, GSM_7, 1",
    "a, 161, GSM_7, 2",
    "a, 306, GSM_7, 2",
    "a, 307, GSM_7, 3",
    "€, 80, GSM_7, 1",
    "€, 81, GSM_7, 2",
    "é, 160, GSM_7, 1",
    "ê, 70, UCS_2, 1",
    "ê, 71, UCS_2, 2",
    "ê, 134, UCS_2, 2",
    "ê, 135, UCS_2, 3",
    "😀, 35, UCS_2, 1",
    "😀, 36, UCS_2, 2",
  })
  void aTextTakesAsManySegmentsAsItsAlphabetAllows(
      String sign, int times, Segments.Alphabet alphabet, int count) {
    var segments = Segments.of(sign.repeat(times));
    assertThat(segments.alphabet()).isEqualTo(alphabet);
    assertThat(segments.count()).isEqualTo(count);
  }

  /// 153 and 67 are odd, so a wide sign would straddle each border; it moves on whole.
  @ParameterizedTest
  @CsvSource({"€, 76", "😀, 33"})
  void aSignOfTwoPlacesIsNeverTornApart(String sign, int fits) {
    var two = Segments.of(sign.repeat(fits * 2));
    var three = Segments.of(sign.repeat(fits * 2 + 1));
    assertThat(two.count()).isEqualTo(2);
    assertThat(three.count()).isEqualTo(3);
  }
}
