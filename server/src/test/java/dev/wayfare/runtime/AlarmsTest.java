package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.SealedAlerts;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What turns and workers note for whoever watches.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest {
  static final String APP =
      """
      wayfare: 1
      name: errs
      title: Errs
      variables: {heard: text}
      triggers:
        texted: {type: text, flow: talk}
      flows:
        talk:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Which?", into: heard, next: warn}
            warn: {type: log, level: warning, code: late, message: "{{ heard }}", next: fail}
            fail: {type: raise, code: no_stock, message: "{{ heard }}"}
      """;

  private final TestWorld world = new TestWorld();
  private int phones;

  @BeforeEach
  void begin() {
    // Both apps want the same number.
    for (var app : List.of("errs", "parcel-desk")) {
      world.client().delete("/api/v1/apps/" + app + "/profiles/Production/live");
    }
    forget();
  }

  private void forget() {
    world.part(JdbcClient.class).sql("delete from alert_event").update();
  }

  @AfterAll
  void close() {
    world.close();
  }

  private void publish(String rules) {
    SealedAlerts.rules(world.part(DataSource.class), rules);
    world.saves("errs", APP.replace("Errs", "Errs " + phones)).publishes("errs");
  }

  private String errs() {
    var phone = "+1555333%04d".formatted(phones++);
    world.sms(phone, "hi");
    world.sms(phone, "a lamp");
    return phone;
  }

  private List<String> noted() {
    return world
        .part(JdbcClient.class)
        .sql(
            """
            select concat_ws(' ', kind, code, flow, step, times, turn) from alert_event
             order by id""")
        .query(String.class)
        .list();
  }

  @Test
  void aTurnNotesWhatItsReleaseHasARuleFor() {
    publish(SealedAlerts.both("", "warning", 1));
    errs();
    assertThat(noted())
        .containsExactly(
            "application_error no_stock talk fail 1 2", "log_error late talk warn 1 2");
  }

  @Test
  void aLineBelowTheLevelIsNotNoted() {
    publish(SealedAlerts.both("", "error", 1));
    errs();
    assertThat(noted()).containsExactly("application_error no_stock talk fail 1 2");
  }

  @Test
  void aReleaseWithoutRulesNotesNothing() {
    publish("{}");
    errs();
    assertThat(noted()).isEmpty();
  }

  @Test
  void aTextThatIsGivenUpIsNotedAndAnUnwantedOneIsNot() {
    SealedAlerts.rules(world.part(DataSource.class), "{}");
    world.saves("parcel-desk", TestWorld.example("parcel-desk")).publishes("parcel-desk");
    var ada = "+15556660001";
    world.sms(ada, "hi");
    world.sms(ada, "PD-1042");
    world.sms(ada, "yes");
    world.clock().jump(Duration.ofHours(25));
    world.carrier().answers(400);
    world.runDue();
    world.carrier().answers(201);
    assertThat(noted()).singleElement().asString().startsWith("application_error TEXT_DEAD");
    forget();

    var bob = "+15556660002";
    world.sms(bob, "hi");
    world.sms(bob, "PD-1042");
    world.sms(bob, "yes");
    world.sms(bob, "STOP");
    world.clock().jump(Duration.ofHours(25));
    world.runDue();
    assertThat(noted()).isEmpty();
  }
}
