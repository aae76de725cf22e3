package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Photos that come with a text, by the carrier's own signed webhooks and from its own shelf.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotoTextsTest {
  private static final String APP =
      """
      wayfare: 1
      name: damages
      title: Damages
      variables: {photo: file, url: text}
      triggers:
        texted: {type: text, flow: talk}
      flows:
        talk:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Send us a photo of the damage.", expect: photo, into: photo, tries: 3, next: link, gave_up: sorry}
            link: {type: file, do: link, file: photo, into: url, next: thanks, failed: sorry}
            thanks: {type: say, text: "{{ photo.name }} {{ photo.type }} {{ url }}"}
            sorry: {type: say, text: "Then without."}
      """;
  private static final String AGAIN = "Please send a photo. Send us a photo of the damage.";

  private final TestWorld world = new TestWorld();
  private int phones;
  private int sids;

  @BeforeAll
  void publish() {
    world.saves("damages", APP).publishes("damages");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String somebody() {
    var phone = "+1555777%04d".formatted(phones++);
    assertThat(world.sms(phone, "hi")).containsExactly("Send us a photo of the damage.");
    return phone;
  }

  private List<String> sends(String phone, String url, String type) {
    var fields = new HashMap<String, String>();
    fields.put("From", phone);
    fields.put("To", TestWorld.NUMBER);
    fields.put("Body", "");
    fields.put("MessageSid", "MM" + ++sids);
    fields.put("NumMedia", "1");
    fields.put("MediaUrl0", url);
    fields.put("MediaContentType0", type);
    return Webhooks.replies(world.hook("/hooks/twilio/text", fields).body());
  }

  @Test
  void aPhotoBecomesAFileOfTheJourney() throws Exception {
    var picture = SmallImageTest.written(SmallImageTest.halves(40, 20), "jpeg");
    var url = world.carrier().keeps("/media/ME1", picture);
    var told = sends(somebody(), url, "image/jpeg").getLast().split(" ");
    assertThat(told[0]).isEqualTo("photo.jpeg");
    assertThat(told[1]).isEqualTo("image/jpeg");
    try (var http = HttpClient.newHttpClient()) {
      var kept =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(world.base() + told[2].substring(TestWorld.PUBLIC.length())))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(kept.body()).isEqualTo(picture);
    }
  }

  @Test
  void wordsAreNoPhotoAndTheQuestionStaysOpen() {
    var bo = somebody();
    assertThat(world.sms(bo, "It is red")).containsExactly(AGAIN);
    assertThat(world.sms(bo, "and big")).containsExactly(AGAIN);
    assertThat(world.sms(bo, "no")).containsExactly("Then without.");
  }

  @Test
  void whatSaysItIsAPhotoAndIsNoneIsNotKept() {
    var cy = somebody();
    var url = world.carrier().keeps("/media/ME2", "<script>alert(1)</script>".getBytes(UTF_8));
    assertThat(sends(cy, url, "image/jpeg")).containsExactly(AGAIN);
    assertThat(world.trail()).contains("FILE_WRONG_TYPE");
    assertThat(sends(cy, url, "video/mp4")).containsExactly(AGAIN);
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    var di = somebody();
    var url = world.carrier().keeps("/media/ME3", new byte[6 * 1024 * 1024]);
    assertThat(sends(di, url, "image/jpeg")).containsExactly(AGAIN);
    assertThat(world.trail()).contains("FILE_TOO_LARGE");
  }

  /// Only the carrier's own host hears the credentials, and without them nothing is given.
  @Test
  void anotherHostGetsNoCredentials() throws Exception {
    try (var other = new FakeCarrier()) {
      var url =
          other.keeps("/media/ME4", SmallImageTest.written(SmallImageTest.halves(4, 2), "jpeg"));
      assertThat(sends(somebody(), url, "image/jpeg")).containsExactly(AGAIN);
      assertThat(world.trail()).contains("MEDIA_NOT_FETCHED").contains("401");
    }
  }

  @Test
  void aPhotoThatWasAskedForNowhereDoesNoHarm() {
    var ed = "+15557779999";
    var url = world.carrier().keeps("/media/ME5", new byte[10]);
    assertThat(sends(ed, url, "image/jpeg")).containsExactly("Send us a photo of the damage.");
    assertThat(world.sentTo(ed)).isEmpty();
  }
}
