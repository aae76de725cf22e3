package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A page that is open while its journey is moved by a text.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveUpdateTest {
  private static final String APP =
      """
      wayfare: 1
      name: counter
      title: Counter
      variables: {mobile: phone}
      triggers:
        texted: {type: text, flow: desk}
        open: {type: web, flow: waiting}
      flows:
        waiting:
          channel: web
          start: who
          steps:
            who:
              type: page
              title: Who waits?
              controls:
                - {type: phone, id: mobile, label: Mobile, required: true}
                - {type: button, id: go, label: Go on}
              next: know
            know: {type: identify, phone: mobile, next: wait}
            wait: {type: page, title: Please wait, controls: [{type: text, text: Text NEXT.}]}
        turn:
          channel: web
          start: yours
          steps:
            yours: {type: page, title: It is your turn, controls: [{type: text, text: Come in.}]}
        desk:
          channel: text
          start: which
          steps:
            which:
              type: branch
              cases: [{when: "event.text == 'next'", next: call}]
              otherwise: hello
            hello: {type: say, text: Nothing moves.}
            call: {type: enter, flow: turn, next: tell}
            tell: {type: say, text: Come in.}
      """;
  private final TestWorld world = new TestWorld();

  @BeforeAll
  void publish() {
    world.saves("counter", APP).publishes("counter");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private Visitor waits(String phone) {
    var ada = world.opens(world.startingLink("counter"));
    ada.fills("mobile", phone).presses("go");
    assertThat(ada.title()).isEqualTo("Please wait");
    return ada;
  }

  private static String revision(Visitor ada) {
    return ada.page().replaceAll("(?s).*data-revision=\"(\\d+)\".*", "$1");
  }

  @Test
  void anOpenPageIsToldThatATextMovedItsJourney() throws IOException {
    var ada = waits("+15557772001");
    var shown = revision(ada);
    var stream = world.listens(ada.address() + "/live?shown=" + shown);
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type"))
        .contains("text/event-stream;charset=UTF-8");
    try (var lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("retry: 3000");
      assertThat(lines.readLine()).isEmpty();
      assertThat(world.sms("+15557772001", "anybody?")).containsExactly("Nothing moves.");
      assertThat(world.sms("+15557772001", "next")).containsExactly("Come in.");
      assertThat(lines.readLine()).as("the first text moved no page").isEqualTo("event: moved");
      var told = lines.readLine();
      assertThat(ada.reloads().title())
          .as("without script a refresh shows it")
          .isEqualTo("It is your turn");
      assertThat(told).isEqualTo("data: " + revision(ada)).isNotEqualTo("data: " + shown);
    }
  }

  @Test
  void aPageThatComesBackAfterAMoveIsToldAtOnce() throws IOException {
    var ada = waits("+15557772002");
    var shown = revision(ada);
    world.sms("+15557772002", "next");
    var stream = world.listens(ada.address() + "/live?shown=" + shown);
    try (var lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      lines.readLine();
      lines.readLine();
      assertThat(lines.readLine()).isEqualTo("event: moved");
      assertThat(lines.readLine()).isEqualTo("data: " + revision(ada.reloads()));
    }
  }

  @Test
  void aLinkOfNobodyHasNoStream() throws IOException {
    var stream = world.listens("/u/nobodyhasthislinkatall/live?shown=1");
    try (var body = stream.body()) {
      assertThat(stream.statusCode()).isEqualTo(204);
      assertThat(body.readAllBytes()).isEmpty();
    }
  }
}
