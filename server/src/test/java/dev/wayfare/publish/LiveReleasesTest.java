package dev.wayfare.publish;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.app.Profiles;
import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.db.Bell;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.identity.Identity;
import dev.wayfare.resource.Accounts;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several processes over one database: who sees a switch, and when.
class LiveReleasesTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir static Path folder;

  private static TestDatabase database;
  private static AppServer here;
  private static AppServer there;
  private static Client api;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    here = AppServer.start(database, folder);
    there = AppServer.start(database, folder);
    api = here.admin();
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
    database.close();
  }

  @Test
  void theProcessThatPublishesSeesItsSwitchBeforeItAnswersAndTheOthersByTheBell() throws Exception {
    var desk = Desk.create(api, "seen-by-bell");
    var number = new PhoneNumber(desk.ready());

    ok(desk.publish("Production", "r2"), 201);

    var mine = here.bean(LiveReleases.class);
    assertThat(mine.byNumber(number)).isPresent();
    var other = there.bean(LiveReleases.class);
    assertThat(other.arrives(mine.change(), LiveReleases.LOOK_EVERY)).isTrue();
    assertThat(other.byNumber(number)).isEqualTo(mine.byNumber(number));

    ok(desk.unpublish("Production"), 204);
    assertThat(mine.byNumber(number)).isEmpty();
    assertThat(other.arrives(mine.change(), LiveReleases.LOOK_EVERY)).isTrue();
    assertThat(other.byNumber(number)).isEmpty();
  }

  @Test
  void withTheBellCutTheOthersSeeItByLooking() throws Exception {
    var mine = here.bean(LiveReleases.class);
    try (var cut = another().follow(new CutBell(), Duration.ofMillis(20))) {
      var desk = Desk.create(api, "seen-by-looking");
      var number = new PhoneNumber(desk.ready());

      ok(desk.publish("Production", "r2"), 201);

      assertThat(cut.arrives(mine.change(), A_MINUTE)).isTrue();
      assertThat(cut.byNumber(number)).isEqualTo(mine.byNumber(number));
    }
  }

  @Test
  void aLookThatFindsNothingNewReadsNothingMore() {
    try (var cut = another()) {
      cut.refresh();
      var before = cut.numbers();
      cut.look();
      assertThat(cut.numbers()).isSameAs(before);
    }
  }

  @Test
  void restartNeverRevivesAnOldRelease() {
    var desk = Desk.create(api, "restarted");
    var number = new PhoneNumber(desk.ready());
    ok(desk.publish("Production", "r2"), 201);
    ok(desk.save("r2", Desk.document("Second")), 200);
    ok(desk.publish("Production", "r3"), 201);
    var gone = Desk.create(api, "restarted-and-gone");
    var free = new PhoneNumber(gone.ready());
    ok(gone.publish("Production", "r2"), 201);
    ok(gone.unpublish("Production"), 204);

    try (var restarted = AppServer.start(database, folder)) {
      var live = restarted.bean(LiveReleases.class);
      var release = live.byNumber(number).flatMap(it -> live.release(it.release())).orElseThrow();
      assertThat(release.number()).isEqualTo(2);
      assertThat(live.byNumber(free)).isEmpty();
      assertThat(live.account(free)).as("still known as ours").isPresent();
    }
  }

  @Test
  void theSimulatorsPageIsToldWhichNumbersAnswer() {
    var desk = Desk.create(api, "listed");
    var number = new PhoneNumber(desk.ready());
    ok(desk.publish("Production", "r2"), 201);

    assertThat(here.bean(LiveNumbers.class).list())
        .contains(
            new LiveNumbers.LiveNumber(
                here.bean(Identity.class).firstOrganization().id(),
                number,
                true,
                false,
                "listed",
                "Desk",
                "Production",
                "Production"));

    ok(desk.unpublish("Production"), 204);
    assertThat(here.bean(LiveNumbers.class).list()).noneMatch(it -> it.number().equals(number));
  }

  /// A process whose bell never rings.
  private static LiveReleases another() {
    var sql = JdbcClient.create(database.dataSource());
    var routing = new PgRoutingStore(sql);
    var reader =
        new ReleaseReader(
            routing,
            there.bean(PgReleaseStore.class),
            there.bean(Profiles.class),
            there.bean(Documents.class),
            there.bean(PublicUrl.class));
    return new LiveReleases(
        routing, reader, there.bean(Accounts.class), new Entrances(there.bean(PublicUrl.class)));
  }

  private static final class CutBell implements Bell {
    @Override
    public void on(String topic, Consumer<String> heard, Runnable missed) {}

    @Override
    public void ring(String topic, String payload) {}
  }
}
