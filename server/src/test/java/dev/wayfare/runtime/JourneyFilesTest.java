package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.web.Upload;
import dev.wayfare.channel.web.Visit;
import dev.wayfare.channel.web.WebDoor;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The files of journeys: who gets at them, how they leave, and when they go.
class JourneyFilesTest {
  private static final String APP =
      """
      wayfare: 1
      name: photos
      title: Photos
      triggers:
        visit: {type: web, flow: photo}
      flows:
        photo:
          channel: web
          start: page
          steps:
            page:
              type: page
              title: A photo
              controls:
                - {type: file, id: picture, label: Photo}
                - {type: button, id: send, label: Send}
      """;
  private static final Duration A_WEEK = Duration.ofDays(7);

  private static TestWorld world;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    world = new TestWorld();
    world.saves("photos", APP).publishes("photos");
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    world.close();
  }

  @Test
  void aLinkOpensAPictureAndThePictureCanDoNothing() throws Exception {
    var journey = journey();
    var image = SmallImageTest.written(SmallImageTest.halves(40, 20), "png");
    var file = journey.keeps("../../etc/été.png", "image/png", image);

    var url = journey.link(file, A_WEEK);

    assertThat(url).startsWith(TestWorld.PUBLIC + "/f/");
    assertThat(url.substring(url.lastIndexOf('/') + 1)).matches("[A-Za-z0-9_-]{32}");
    var answer = get(url);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(image);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "Content-Disposition"))
        .startsWith("inline; filename=\"")
        .endsWith("filename*=UTF-8''..%2F..%2Fetc%2F%C3%A9t%C3%A9.png")
        .doesNotContain("/");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    assertThat(links()).doesNotContain(url.substring(url.lastIndexOf('/') + 1));
  }

  @Test
  void whatIsNoPictureIsTakenAwayAndNotShown() throws Exception {
    var journey = journey();
    var page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    var url = journey.link(journey.keeps("a\"; evil.html", "text/html", page), A_WEEK);
    var answer = get(url);
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"a__ evil.html\"; filename*=UTF-8''a%22%3B%20evil.html");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox;");
  }

  @Test
  void aLinkEndsWithItsLifeWithItsFileAndWithItsJourney() throws Exception {
    var journey = journey();
    var file = journey.keeps("a.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F'});
    var brief = journey.link(file, Duration.ofHours(1));
    var longer = journey.link(file, A_WEEK);
    assertThat(get(brief).statusCode()).isEqualTo(200);

    world.clock().jump(Duration.ofHours(2));
    assertThat(get(brief).statusCode()).as("over").isEqualTo(404);
    assertThat(get(longer).statusCode()).isEqualTo(200);

    assertThat(journey.asks(Request.File.Work.DELETE, file)).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(get(longer).statusCode()).as("deleted").isEqualTo(404);
    assertThat(journey.asks(Request.File.Work.DELETE, file)).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(journey.asks(Request.File.Work.LINK, file)).isEqualTo(missing());

    var other = journey.keeps("b.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F'});
    var last = journey.link(other, Duration.ofDays(400));
    world.part(FileLinks.class).sweep(world.clock().instant());
    assertThat(get(last).statusCode()).as("its journey lives").isEqualTo(200);
    world.clock().jump(Duration.ofDays(31));
    world.runDue();
    world.part(Retention.class).sweep();
    assertThat(get(last).statusCode()).as("its journey is over, and kept").isEqualTo(200);
    world.clock().jump(Duration.ofDays(366));
    world.part(Retention.class).sweep();
    assertThat(get(last).statusCode()).as("its journey is forgotten").isEqualTo(404);
    assertThat(files(journey.id())).isZero();
  }

  @Test
  void aFileOfAnotherJourneyIsNoFile() throws Exception {
    var mine = journey();
    var theirs = journey();
    var file = theirs.keeps("a.png", "image/png", SmallImageTest.bomb(10, 10));
    for (var kind : Request.File.Work.values()) {
      var outcome = mine.asks(kind, file);
      assertThat(outcome)
          .isEqualTo(kind == Request.File.Work.DELETE ? new Outcome.Done(Map.of()) : missing());
    }
    assertThat(files(theirs.id())).as("still there").isEqualTo(1);
    assertThat(mine.perform(Request.File.Work.LINK, Map.of("id", "../../etc/passwd")))
        .isEqualTo(missing());
  }

  @Test
  void aSmallPictureIsAFileOfTheJourneyAndOnceMoreIsTheSame() throws Exception {
    var journey = journey();
    var image = SmallImageTest.written(SmallImageTest.halves(400, 200), "jpeg");
    var file = journey.keeps("holiday.jpg", "image/jpeg", image);

    var small = journey.asks(Request.File.Work.SHRINK, file);

    assertThat(small)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done ->
                assertThat(done.value())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("name", "holiday.jpg")
                    .containsEntry("type", "image/jpeg")
                    .hasSize(4));
    assertThat(journey.asks(Request.File.Work.SHRINK, file)).isEqualTo(small);
    assertThat(files(journey.id())).isEqualTo(2);
    var id = (String) ((Map<?, ?>) ((Outcome.Done) small).value()).get("id");
    var served = get(journey.link(UUID.fromString(id), A_WEEK));
    assertThat(served.body().length).isLessThan(image.length);

    var lie = journey.keeps("lie.jpg", "image/jpeg", "no picture".getBytes(StandardCharsets.UTF_8));
    assertThat(journey.asks(Request.File.Work.SHRINK, lie))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.code()).isEqualTo("FILE_WRONG_TYPE"));
  }

  @Test
  void nothingElseLivesUnderThatAddress() throws Exception {
    for (var path :
        new String[] {
          "/f/", "/f/x", "/f/" + "a".repeat(32), "/f/" + "a".repeat(32) + "/b", "/f/%2e%2e%2fapi"
        }) {
      assertThat(get(TestWorld.PUBLIC + path).statusCode()).as(path).isIn(400, 404);
    }
    var posted =
        http.send(
            HttpRequest.newBuilder(URI.create(world.base() + "/f/" + "a".repeat(32)))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(405);
  }

  /// A journey that somebody began on the page.
  private record OneJourney(String link, UUID id, SealedRelease release) {
    UUID keeps(String name, String type, byte[] content) throws IOException {
      var kept =
          world
              .part(WebDoor.class)
              .keep(link, "picture", name, type, content.length, new ByteArrayInputStream(content));
      return UUID.fromString(((Upload.Kept) kept).id());
    }

    Outcome asks(Request.File.Work kind, UUID file) {
      return perform(kind, Map.of("id", file.toString()));
    }

    Outcome perform(Request.File.Work kind, Map<String, Object> file) {
      return world
          .part(FileWork.class)
          .perform(release, id, new Request.File(kind, file, 100, A_WEEK), world.clock().instant());
    }

    String link(UUID file, Duration life) {
      var outcome =
          world
              .part(FileWork.class)
              .perform(
                  release,
                  id,
                  new Request.File(
                      Request.File.Work.LINK, Map.of("id", file.toString()), 100, life),
                  world.clock().instant());
      return (String) ((Map<?, ?>) ((Outcome.Done) outcome).value()).get("url");
    }
  }

  private static OneJourney journey() {
    var start = world.startingLink("photos");
    var visit =
        world.part(WebDoor.class).start(start.substring(start.lastIndexOf('/') + 1), Map.of());
    var link = ((Visit.Begun) visit).journeyLink();
    var stored = world.part(JourneyStore.class).byLink(link).orElseThrow();
    return new OneJourney(
        link,
        stored.journey().id(),
        world.part(LiveReleases.class).release(stored.release()).orElseThrow());
  }

  private static Outcome missing() {
    return new Outcome.Failed("FILE_MISSING", "the journey has no such file, or no longer");
  }

  private static HttpResponse<byte[]> get(String url) throws Exception {
    var path = url.substring(TestWorld.PUBLIC.length());
    return http.send(
        HttpRequest.newBuilder(URI.create(world.base() + path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join("|", answer.headers().allValues(name));
  }

  private static long files(UUID journey) {
    return world
        .part(JdbcClient.class)
        .sql("select count(*) from upload where journey_id = ?")
        .param(journey)
        .query(Long.class)
        .single();
  }

  private static String links() {
    return String.join(
        "\n",
        world
            .part(JdbcClient.class)
            .sql("select file_link::text from file_link")
            .query(String.class)
            .list());
  }
}
