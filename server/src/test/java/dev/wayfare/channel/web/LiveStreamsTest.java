package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {

  private final WebTrial trial =
      new WebTrial(new Limits(100, 1000, Duration.ofMillis(40), Duration.ofMillis(600), 2));
  private final Browser browser = new Browser(trial);

  @AfterEach
  void close() {
    browser.close();
    trial.close();
  }

  @Test
  void anOpenPageIsToldThatAnotherChannelMovedTheJourney() throws IOException {
    try (var stream = open("/u/booking/live?shown=7")) {
      assertThat(next(stream, "retry:")).isNotEmpty();
      trial.door.move("booking", SamplePages.all().get("rate"), 8);
      assertThat(next(stream, "data:")).isEqualTo("data: 8");
    }
  }

  @Test
  void aPageThatComesBackLateIsToldAtOnce() throws IOException {
    try (var stream = open("/u/booking/live?shown=5")) {
      assertThat(next(stream, "event:")).isEqualTo("event: moved");
      assertThat(next(stream, "data:")).isEqualTo("data: 7");
    }
  }

  @Test
  void aQuietStreamBeatsAndThenEndsByItself() throws IOException {
    try (var stream = open("/u/booking/live?shown=7")) {
      assertThat(next(stream, ": still")).isEqualTo(": still here");
      assertThat(next(stream, "never")).isEmpty();
    }
    assertThat(trial.door.watchers).isEmpty();
    assertThat(trial.listeners()).isZero();
  }

  @Test
  void aPageThatComesBackToAJourneyThatIsOverIsToldAndSentAway() throws IOException {
    try (var stream = open("/u/ended/live?shown=7")) {
      assertThat(next(stream, "data:")).isEqualTo("data: -1");
      assertThat(next(stream, "never")).isEmpty();
    }
  }

  @Test
  void nobodyListensToALinkThatLeadsNowhere() {
    assertThat(browser.get("/u/someone-elses/live").statusCode()).isEqualTo(204);
  }

  @Test
  void moreListenersThanThereIsRoomForAreSentAway() throws IOException {
    try (var one = open("/u/booking/live?shown=7");
        var two = open("/u/booking/live?shown=7")) {
      assertThat(next(one, "retry:")).isNotEmpty();
      assertThat(next(two, "retry:")).isNotEmpty();
      assertThat(browser.get("/u/booking/live?shown=7").statusCode()).isEqualTo(204);
    }
  }

  private BufferedReader open(String path) {
    var answer = browser.listen(path);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /// The next line that begins so, or nothing when the stream ends.
  private static String next(BufferedReader stream, String beginning) {
    try {
      for (var line = stream.readLine(); line != null; line = stream.readLine()) {
        if (line.startsWith(beginning)) {
          return line;
        }
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
