package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.ParcelService.Delivery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The hotline of the example *parcel-desk*, as callers meet it: by keys and by speech, over the
/// carrier's signed webhooks, with parcels that a service of its own knows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelHotlineTest {
  private static final Pattern LINK = Pattern.compile("https://wayfare.example/u/[\\w-]+");
  private static final String DESK = "parcel-desk";

  private final TestWorld world = new TestWorld();
  private int phones;

  @BeforeAll
  void publish() {
    world.saves(DESK, TestWorld.example(DESK)).publishes(DESK);
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String somebody() {
    return "+1555778%04d".formatted(phones++);
  }

  private LocalDate day(int ahead) {
    return LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC).plusDays(ahead);
  }

  private static String weekday(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(day);
  }

  private String lastTextTo(String phone) {
    return world.sentTo(phone).getLast();
  }

  private static String link(String text) {
    var link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group();
  }

  @Test
  void theCallWaitsForThePageAndSaysWhatWasChosen() {
    var ada = somebody();
    var call = new SignedCall(world, ada);
    assertThat(call.rings())
        .contains("Hello, this is the parcel desk.", "press 1", "numDigits=\"1\"");
    assertThat(call.keys("2")).contains("What is your order number?", "numDigits=\"4\"");
    assertThat(call.keys("1032")).contains("I have just sent you a text").contains("<Pause");
    var page = link(lastTextTo(ada));
    assertThat(call.isHeld()).contains("<Redirect").doesNotContain("<Say");

    assertThat(world.get(page).body()).contains("When and where?").contains("Your lamp");
    var day = day(4);
    var done =
        world.submits(
            page,
            Map.of(
                "day",
                day.toString(),
                "place",
                "neighbour",
                "neighbour",
                "Ann",
                "_button",
                "confirm"));
    assertThat(done.body()).contains("All set").contains("to Ann");
    assertThat(world.parcels().delivery("PD-1032"))
        .as("the choice has arrived where parcels are known")
        .contains(new Delivery(day.toString(), "neighbour", "Ann"));

    assertThat(call.isHeld())
        .contains("Your lamp now comes on " + weekday(day) + " the " + day.getDayOfMonth())
        .contains("to Ann", "<Hangup");
    assertThat(lastTextTo(ada)).startsWith("Done: Your lamp comes on " + weekday(day));
  }

  @Test
  void anOrderIsFoundBySpeech() {
    var call = new SignedCall(world, somebody());
    call.rings();
    assertThat(call.says("Where is my parcel, please?")).contains("What is your order number?");
    var day = day(2);
    assertThat(call.says("P D one zero five oh."))
        .contains("Your parcel comes on " + weekday(day) + " the " + day.getDayOfMonth())
        .contains(DateTimeFormatter.ofPattern("' of 'MMMM", Locale.ENGLISH).format(day));
    assertThat(call.says("No, that is all.")).contains("Goodbye.", "<Hangup");
  }

  @Test
  void anOrderThatNobodyKnowsIsReadBackAndAskedAgain() {
    var call = new SignedCall(world, somebody());
    call.rings();
    call.keys("1");
    assertThat(call.keys("12")).contains("I need four digits.");
    assertThat(call.keys("1049")).contains("P D, 1 0 4 9").contains("press 1");
    assertThat(call.keys("1")).contains("What is your order number?");
    assertThat(call.says("PD 1042")).contains("Your lamp comes on");
  }

  @Test
  void whoIsNotUnderstoodThriceIsPutThrough() {
    var call = new SignedCall(world, somebody());
    call.rings();
    assertThat(call.says("bananas")).contains("Sorry, I did not get that.");
    assertThat(call.isSilent()).contains("Are you still there?");
    assertThat(call.keys("7")).contains("putting you through").contains("+15550199</Number>");
    assertThat(call.comesBack("completed")).contains("<Hangup").doesNotContain("<Say");
  }

  @Test
  void whereNobodyAnswersTheTalkGoesOnByText() {
    for (var status : new String[] {"no-answer", "busy", "failed"}) {
      var ada = somebody();
      var call = new SignedCall(world, ada);
      call.rings();
      assertThat(call.says("I want to speak to a person"))
          .contains("<Dial", "timeout=\"20\"", "+15550199</Number>");
      assertThat(call.comesBack(status)).contains("nobody is free right now").contains("<Hangup");
      assertThat(world.sentTo(ada)).first().asString().startsWith("Sorry that nobody was free");
      assertThat(world.sms(ada, "PD-1042").getFirst()).startsWith("Your lamp comes on");
    }
  }

  @Test
  void whoHasTextedGoesOnWithTheSameParcel() {
    var ada = somebody();
    world.sms(ada, "hi");
    world.sms(ada, "PD-1052");
    world.sms(ada, "no");
    var call = new SignedCall(world, ada);
    call.rings();
    assertThat(call.keys("1")).contains("Is it about the order P D, 1 0 5 2?");
    assertThat(call.says("yes, it is")).contains("Your lamp comes on");
    assertThat(call.keys("1")).contains("I have just sent you a text");
    assertThat(world.get(link(lastTextTo(ada))).body()).contains("When and where?");
  }

  @Test
  void aCallDoesNotWaitForEver() {
    var ada = somebody();
    var call = new SignedCall(world, ada);
    call.rings();
    call.says("another day");
    call.keys("1060");
    world.clock().jump(java.time.Duration.ofMinutes(6));
    assertThat(call.isHeld()).contains("The link stays open.").contains("<Hangup");
    assertThat(world.get(link(lastTextTo(ada))).body()).contains("When and where?");
  }

  /// The trigger may also refuse whoever has an open journey; and a service may be away.
  @Test
  void anotherRuleForOpenJourneysAndAServiceThatIsAwayAreHeard() {
    try (var own = new TestWorld()) {
      var strict =
          TestWorld.example(DESK)
              .replace(
                  "open_journey: continue",
                  "open_journey: busy\n    busy: You are in the middle of something with us.");
      own.saves(DESK, strict).publishes(DESK);
      var first = new SignedCall(own, "+15557790001");
      assertThat(first.rings()).contains("Hello, this is the parcel desk.");
      assertThat(new SignedCall(own, "+15557790001").rings())
          .contains("You are in the middle of something with us.", "<Hangup")
          .doesNotContain("Hello");
      first.keys("1");
      own.parcels().close();
      assertThat(first.keys("1042"))
          .contains("I cannot look up parcels at the moment.", "<Dial")
          .doesNotContain("cannot find an order");
    }
  }
}
