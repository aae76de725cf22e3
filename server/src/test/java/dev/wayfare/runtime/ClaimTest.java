package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A whole claim without any script, wrong answers first; then what follows by text.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimTest {
  private static final byte[] JPEG = bytes("ffd8ffe000104a46494600010100000100010000ffd9");
  private static final int MEGABYTE = 1024 * 1024;
  private final TestWorld world = new TestWorld();

  @BeforeAll
  void publish() {
    world.saves("claim-intake", TestWorld.example("claim-intake")).publishes("claim-intake");
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aClaimIsSentPageByPageAndNothingTypedIsLost() {
    var ada = world.opens(world.startingLink("claim-intake"));
    var phone = "+15557771001";
    who(ada, phone);
    what(ada);
    where(ada);
    vehicles(ada);
    photos(ada);
    sign(ada);

    assertThat(ada.title()).isEqualTo("Thank you, Ada");
    assertThat(ada.page()).contains("C-1001-0303", "WF 1, Model T", "WF 3");
    assertThat(ada.page()).doesNotContain("WF 2");
    assertThat(world.sentTo(phone))
        .containsExactly(
            "Thank you, Ada. Your claim C-1001-0303 has arrived. Text STATUS at any time.");
    assertThat(world.sms(phone, "STATUS"))
        .containsExactly("Claim C-1001-0303: we are looking at it.");
    world.clock().jump(Duration.ofHours(25));
    assertThat(world.sentTo(phone)).as("the reminder was called off").hasSize(1);

    world.clock().jump(Duration.ofDays(3));
    assertThat(world.sentTo(phone).getLast()).startsWith("How did we do with claim C-1001-0303?");
    assertThat(world.sms(phone, "seven"))
        .containsExactly("Please answer with a number from 1 to 5.");
    assertThat(world.sms(phone, "2"))
        .containsExactly("We are sorry. Somebody will call you tomorrow.");
    assertThat(world.trail()).contains("unhappy_customer");
    assertThat(ada.reloads().title()).isEqualTo("All done");
  }

  @Test
  void whoStopsHalfWayIsRemindedAndGoesOnWhereTheyStopped() {
    var bob = world.opens(world.startingLink("claim-intake"));
    var phone = "+15557771002";
    bob.fills("first_name", "Bob").fills("last_name", "Stone").fills("mobile", phone).presses("go");
    assertThat(bob.title()).isEqualTo("What happened?");
    assertThat(world.sentTo(phone)).isEmpty();
    world.clock().jump(Duration.ofHours(25));
    assertThat(world.sentTo(phone)).singleElement().asString().contains(bob.address());
    assertThat(world.opens(bob.address()).title()).isEqualTo("What happened?");
    world.clock().jump(Duration.ofHours(25));
    assertThat(world.sentTo(phone)).as("once is enough").hasSize(1);
  }

  private static void who(Visitor ada, String phone) {
    assertThat(ada.title()).isEqualTo("Let us get this sorted");
    ada.fills("first_name", "Ada")
        .fills("email", "ada at example")
        .fills("mobile", "12")
        .presses("go");
    assertThat(ada.title()).isEqualTo("Let us get this sorted");
    assertThat(ada.page()).contains("role=\"alert\"", "Please look at 3 answers");
    assertThat(ada.summary())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("#c-last_name Last name"))
        .anyMatch(line -> line.startsWith("#c-mobile Mobile number"))
        .anyMatch(line -> line.startsWith("#c-email Email"));
    for (var field : List.of("last_name", "mobile", "email")) {
      assertThat(ada.error(field)).as(field).isNotEmpty();
      assertThat(ada.page()).containsPattern("id=\"c-" + field + "\"[^>]*aria-invalid=\"true\"");
      assertThat(ada.page()).containsPattern("id=\"c-" + field + "\"[^>]*" + field + "-error");
    }
    assertThat(ada.error("first_name")).isEmpty();
    assertThat(ada.values("first_name")).containsExactly("Ada");
    assertThat(ada.values("email")).containsExactly("ada at example");
    assertThat(ada.values("mobile")).containsExactly("12");
    ada.fills("last_name", "Byron").fills("email", "ada@example.com").fills("mobile", phone);
    ada.presses("go");
  }

  private static void what(Visitor ada) {
    assertThat(ada.title()).isEqualTo("What happened?");
    ada.fills("happened_on", "2030-01-01")
        .fills("what", "Hail & \"stones\" <big>")
        .presses("button-next");
    assertThat(ada.title()).isEqualTo("What happened?");
    assertThat(ada.error("happened_on")).isNotEmpty();
    assertThat(ada.error("kind")).isNotEmpty();
    assertThat(ada.summary()).hasSize(2).anyMatch(line -> line.startsWith("#c-kind-0 "));
    assertThat(ada.values("what")).containsExactly("Hail & \"stones\" <big>");
    assertThat(ada.values("happened_on")).containsExactly("2030-01-01");
    ada.fills("happened_on", "2026-03-03").fills("kind", "weather").fills("hurt", "true");
    ada.presses("button-next");
  }

  private static void where(Visitor ada) {
    assertThat(ada.title()).isEqualTo("Where was it?");
    ada.fills("place.street", "Main Street 1").presses("button-next");
    assertThat(ada.title()).isEqualTo("Where was it?");
    assertThat(ada.summary()).isNotEmpty();
    assertThat(ada.values("place.street")).containsExactly("Main Street 1");
    ada.fills("place.postal_code", "12345").fills("place.city", "Springfield");
    ada.fills("place.country", "US").presses("button-next");
  }

  private static void vehicles(Visitor ada) {
    assertThat(ada.title()).isEqualTo("Which vehicles?");
    ada.fills("vehicles.0.model", "Model T").presses("button-next");
    assertThat(ada.error("vehicles.0.plate")).isNotEmpty();
    assertThat(ada.values("vehicles.0.model")).containsExactly("Model T");
    ada.fills("vehicles.0.plate", "WF 1")
        .fills("vehicles.0.drives", "true")
        .presses("_add:vehicles");
    assertThat(ada.values("vehicles.0.plate")).containsExactly("WF 1");
    assertThat(ada.values("vehicles.0.drives")).containsExactly("true");
    ada.fills("vehicles.1.plate", "WF 2").presses("_add:vehicles");
    ada.fills("vehicles.2.plate", "WF 3").presses("_remove:vehicles.1");
    assertThat(ada.values("vehicles.1.plate")).containsExactly("WF 3");
    ada.presses("button-next");
    assertThat(ada.title()).isEqualTo("Show us the damage");
    ada.presses("_back");
    assertThat(ada.values("vehicles.1.plate")).containsExactly("WF 3");
    ada.presses("button-next");
  }

  private void photos(Visitor ada) {
    assertThat(ada.title()).isEqualTo("Show us the damage");
    ada.presses("button-next");
    assertThat(ada.error("photos")).isNotEmpty();

    ada.fills("estimate", "250")
        .attaches("photos", "roof.jpg", "<html>not a photo".getBytes(UTF_8));
    ada.presses("button-next");
    assertThat(ada.status()).isEqualTo(422);
    assertThat(ada.error("photos")).contains("JPEG, PNG, WEBP");
    assertThat(ada.values("estimate")).as("what was typed beside it").containsExactly("250");

    ada.attaches("photos", "huge.jpg", Arrays.copyOf(JPEG, 10 * MEGABYTE + 1));
    ada.attaches("photos", "../../../etc/passwd\u202egpj.jpg", JPEG).presses("button-next");
    assertThat(ada.status()).isEqualTo(422);
    assertThat(ada.error("photos")).contains("larger than 10 MB");
    assertThat(ada.page()).as("the good one is kept").contains("passwdgpj.jpg");
    assertThat(ada.page()).doesNotContain("../", "huge.jpg");
    assertThat(ada.values("estimate")).containsExactly("250");

    ada.attaches("photos", "roof.jpg", JPEG).presses("button-next");
    assertThat(ada.title()).isEqualTo("Sign and send");
    var kept =
        JdbcClient.create(world.part(DataSource.class))
            .sql("select name, type, content from upload order by name")
            .query(
                (row, _) ->
                    row.getString(1) + " " + row.getString(2) + " " + row.getBytes(3).length)
            .list();
    assertThat(kept)
        .containsExactly(
            "passwdgpj.jpg image/jpeg " + JPEG.length, "roof.jpg image/jpeg " + JPEG.length);
  }

  private static void sign(Visitor ada) {
    assertThat(ada.page())
        .contains("<strong>Weather</strong> on 3 March 2026, Springfield, 2 vehicles.");
    ada.presses("send");
    assertThat(ada.title()).isEqualTo("Sign and send");
    assertThat(ada.error("signed")).isNotEmpty();
    assertThat(ada.error("agreed")).isNotEmpty();
    assertThat(ada.summary()).anyMatch(line -> line.startsWith("#c-signed.name "));
    ada.fills("signed.name", "Ada Byron").presses("send");
    assertThat(ada.values("signed.name")).containsExactly("Ada Byron");
    assertThat(ada.error("signed")).isEmpty();
    assertThat(ada.error("agreed")).isNotEmpty();
    ada.fills("agreed", "true").presses("send");
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
