package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The example *appointments* as its customers use it: booked on a page, moved during a call that
/// waits for the page, asked about and cancelled by text. The calls are the carrier's own signed
/// webhooks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppointmentsTest {
  private TestWorld world;

  @BeforeAll
  void publish() {
    world = new TestWorld();
    world.saves("appointments", TestWorld.example("appointments")).publishes("appointments");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private LocalDate openDay(int ahead) {
    var day = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC).plusDays(ahead);
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  private String books(String phone, LocalDate day, String time) {
    var page = world.visit(world.startingLink("appointments"));
    assertThat(world.submits(page, Map.of("day", day.toString())).body())
        .contains("Take this time");
    assertThat(world.submits(page, Map.of("time", time)).body()).contains("Who is coming?");
    var done = world.submits(page, Map.of("name", "Ada", "mobile", phone, "agreed", "true")).body();
    assertThat(done).contains("See you then");
    return page;
  }

  @Test
  void aVisitIsMovedOnThePageWhileTheCallWaits() {
    var ada = "+15557771001";
    var page = books(ada, openDay(2), "10:00");
    world.runDue();
    assertThat(world.sentTo(ada)).last().asString().startsWith("Booked: ").contains("10:00");

    var call = new SignedCall(world, ada);
    assertThat(call.rings()).contains("Your visit is on").contains("at 10:00");
    assertThat(call.keys("2")).contains("I have sent a link to your phone").contains("<Pause");
    world.runDue();
    assertThat(world.sentTo(ada)).last().asString().contains("Choose your time here: ");
    assertThat(call.isHeld()).contains("<Redirect").doesNotContain("You have booked");

    assertThat(world.get(page).body()).contains("Book a visit");
    assertThat(world.submits(page, Map.of("day", openDay(3).toString())).body())
        .contains("Take this time");
    assertThat(world.submits(page, Map.of("time", "11:00")).body()).contains("See you then");

    assertThat(call.isHeld()).contains("You have booked").contains("at 11:00").contains("<Hangup");
  }

  @Test
  void aTakenTimeIsNotOfferedAndNobodyBooksItTwice() {
    var day = openDay(9);
    books("+15557771002", day, "12:00");
    var page = world.visit(world.startingLink("appointments"));
    assertThat(world.submits(page, Map.of("day", day.toString())).body())
        .contains("value=\"13:00\"")
        .doesNotContain("value=\"12:00\"");
  }

  @Test
  void aVisitIsConfirmedByKeysAndCancelledByText() {
    var bob = "+15557771003";
    books(bob, openDay(16), "09:00");
    var call = new SignedCall(world, bob);
    call.rings();
    assertThat(call.keys("7")).contains("Sorry, I did not get that");
    assertThat(call.keys("1")).contains("that is confirmed").contains("<Hangup");

    assertThat(world.sms(bob, "hello").getLast()).contains("Are you coming?");
    assertThat(world.sms(bob, "no"))
        .containsExactly("Your visit is cancelled. Book again whenever you like.");
    assertThat(world.sms(bob, "hello").getLast()).contains("You have no visit with us yet");
  }
}
