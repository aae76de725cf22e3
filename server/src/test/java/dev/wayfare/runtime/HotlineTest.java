package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.ProofOutcome;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A hotline as people use it, by keys and by speech, and calls that a journey places.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotlineTest {
  private static final String PIN = "83650927";
  private static final String APP =
      """
      wayfare: 1
      name: bank
      title: Bank
      variables: {pin: {type: secret}, order: text, mobile: phone}
      triggers:
        texted: {type: text, flow: texts}
        called: {type: call, flow: greet, hung_up: over}
        open: {type: web, flow: form}
      flows:
        greet:
          channel: voice
          start: what
          steps:
            what:
              type: menu
              text: How can we help?
              options:
                parcel: {match: [parcel, my parcel], label: A parcel, next: order}
                pin: {match: [pin], label: Your PIN, next: pin}
                person: {match: [person], key: "0", label: A person, next: person}
              otherwise: Please choose one of them.
              tries: 3
              gave_up: lost
            order:
              type: ask
              text: Which number?
              into: order
              check: "order.matches('[0-9]{4}')"
              otherwise: It has four digits.
              again: Are you there?
              tries: 2
              gave_up: lost
              next: told
            told: {type: say, text: "Order {{ order }}.", next: bye}
            pin:
              type: ask
              text: Please key your PIN.
              into: pin
              sensitive: true
              digits: 8
              check: "size(pin) == 8"
              otherwise: A PIN has eight digits.
              next: thanks
            thanks: {type: say, text: "Thank you, {{ pin }} is right.", next: where}
            where: {type: text_once, to: "contact.phone", text: We know you now., next: log}
            log: {type: log, level: warning, code: pin, message: "pin {{ pin }}", next: what}
            person: {type: transfer, to: "'+15550199'", no_answer: nobody, next: bye}
            nobody: {type: say, text: Nobody is there., next: bye}
            lost: {type: say, text: We did not understand each other., next: bye}
            bye: {type: hang_up}
        over:
          channel: text
          start: bye
          steps:
            bye: {type: say, text: That was your call.}
        texts:
          channel: text
          start: call
          steps:
            call:
              type: start
              flow: back
              ring: 20s
              machine: message
              message: Please call us back.
              unanswered: unreached
              hung_up: over
              failed: busy
              next: said
            said: {type: say, text: We call you.}
            busy: {type: say, text: You are on a call.}
        back:
          channel: voice
          start: hello
          steps:
            hello: {type: ask, text: Is it you?, expect: yes_no, into: it_is, next: good}
            good: {type: say, text: Good.}
        unreached:
          channel: text
          start: tell
          steps:
            tell: {type: say, text: We did not reach you.}
        form:
          channel: web
          start: who
          steps:
            who: {type: page, title: Hello}
      """;

  /// Takes calls as it is told to, and remembers them.
  private static final class FakeLine implements Carrier {
    private final List<OutboundCall> placed = new ArrayList<>();
    private SendOutcome answer = new SendOutcome.Accepted("CAout");

    @Override
    public String kind() {
      return "twilio";
    }

    @Override
    public SendOutcome send(OutboundText text, CarrierAccount account) {
      throw new AssertionError("no text goes this way");
    }

    @Override
    public ProofOutcome prove(PhoneNumber number, Line line, String mark, CarrierAccount account) {
      throw new AssertionError("nothing is tried out here");
    }

    @Override
    public Optional<String> problem(CarrierAccount account) {
      return Optional.empty();
    }

    @Override
    public OutsideHttp.Fetched fetch(String url, CarrierAccount account) {
      throw new AssertionError("no picture comes this way");
    }

    @Override
    public synchronized SendOutcome placeCall(OutboundCall call, CarrierAccount account) {
      placed.add(call);
      return answer;
    }
  }

  private final TestWorld world = new TestWorld();
  private int phones;

  @BeforeAll
  void publish() {
    world.saves("bank", APP).publishes("bank");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String somebody() {
    return "+1555776%04d".formatted(phones++);
  }

  private JsonNode call(String phone) {
    for (var journey : world.api().get("journeys?limit=100").path("items")) {
      if (journey.path("phone").asString().equals(phone)) {
        var calls =
            world.api().get("journeys/" + journey.path("id").asString() + "/calls").path("items");
        return calls.get(calls.size() - 1);
      }
    }
    throw new AssertionError("nobody has a journey from " + phone);
  }

  private Dialer dialer(FakeLine line) {
    return new Dialer(
        world.part(CallStore.class),
        world.part(CallTurns.class),
        world.part(CarrierAccounts.class),
        List.of(line),
        world.clock());
  }

  // --- a call that comes in

  @Test
  void aMenuIsHeardByKeysAndByWords() {
    var keyed = new Handset(world, somebody()).dials();
    assertThat(keyed.words()).startsWith("How can we help?");
    assertThat(keyed.last()).isInstanceOf(Verb.Listen.class);
    assertThat(keyed.presses("1").words()).isEqualTo("Which number?");
    assertThat(keyed.presses("1042").words()).isEqualTo("Order 1042.");
    var spoken = new Handset(world, somebody()).dials();
    assertThat(spoken.says("My parcel, please.").words()).isEqualTo("Which number?");
    assertThat(spoken.presses("0815").last()).isEqualTo(new Verb.HangUp());
  }

  @Test
  void wrongAnswersAndSilenceComeToAnEnd() {
    var wrong = new Handset(world, somebody()).dials();
    assertThat(wrong.presses("7").words()).startsWith("Please choose one of them.");
    assertThat(wrong.says("what?").words()).startsWith("Please choose one of them.");
    assertThat(wrong.presses("8").words()).isEqualTo("We did not understand each other.");
    var silent = new Handset(world, somebody()).dials().presses("1");
    assertThat(silent.isSilent().words()).isEqualTo("Are you there?");
    assertThat(silent.isSilent().words()).isEqualTo("We did not understand each other.");
    assertThat(silent.last()).isEqualTo(new Verb.HangUp());
  }

  @Test
  void aPersonIsAskedForWithZero() {
    var call = new Handset(world, somebody()).dials().presses("0");
    assertThat(call.last()).isEqualTo(new Verb.Forward("+15550199", Duration.ofSeconds(20)));
    assertThat(call.comesBack(CallEnd.NO_ANSWER).words()).isEqualTo("Nobody is there.");
  }

  @Test
  void whatWasKeyedSecretlyIsNowhereInTheDatabaseAndInNoLog() {
    var logged = new ConcurrentLinkedQueue<String>();
    var ear =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage() + event.getThrowableProxy());
          }
        };
    ear.start();
    var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT");
    root.addAppender(ear);
    try {
      var call = new Handset(world, somebody()).dials();
      var asks = (Verb.Listen) call.presses("2").last();
      assertThat(asks.hearing().secret()).isTrue();
      assertThat(call.presses("1" + PIN.substring(1, 5)).words()).contains("eight digits");
      var told = call.presses(PIN);
      assertThat(told.words()).startsWith("Thank you, " + PIN + " is right.");
      assertThat(told.posts("3:Spoken", new dev.wayfare.flow.Input.Spoken("", PIN)))
          .as("the same webhook hears the same")
          .isEqualTo(new dev.wayfare.channel.CallReply.Script(told.heard()));
      try (var other = world.another()) {
        assertThat(call.movesTo(other).presses("9").words()).startsWith("Please choose");
        call.movesTo(world);
      }
      call.says("person");
      call.hangsUp(60);
      world.runDue();
      assertThat(places(PIN)).isEmpty();
      assertThat(places("1" + PIN.substring(1, 5))).as("nor what did not fit").isEmpty();
      assertThat(places("We know you now.")).as("the scan finds what is there").isNotEmpty();
      assertThat(logged).noneMatch(line -> line.contains(PIN));
    } finally {
      root.detachAppender(ear);
    }
  }

  /// Every column of every table in which these words stand.
  private List<String> places(String words) {
    var jdbc = world.part(JdbcClient.class);
    var found = new ArrayList<String>();
    var columns =
        jdbc.sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = current_schema()""")
            .query(String.class)
            .list();
    assertThat(columns).contains("journey.state", "inbox.reply", "trail.entries", "call.called");
    for (var column : columns) {
      var parts = column.split("\\.", 2);
      var name = "\"" + parts[1] + "\"";
      var there =
          jdbc.sql(
                  "select count(*) from \"%s\" where position(? in %s::text) > 0 or %s"
                      .formatted(parts[0], name, inBytes(jdbc, parts[0], parts[1], name)))
              .param(words)
              .param(words)
              .query(Long.class)
              .single();
      if (there > 0) {
        found.add(column);
      }
    }
    return found;
  }

  private static String inBytes(JdbcClient jdbc, String table, String column, String name) {
    var type =
        jdbc.sql(
                """
                select data_type from information_schema.columns
                 where table_schema = current_schema() and table_name = ? and column_name = ?""")
            .params(table, column)
            .query(String.class)
            .single();
    return type.equals("bytea")
        ? "position(convert_to(?, 'UTF8') in " + name + ") > 0"
        : "? = '" + "never stands in a column" + "'";
  }

  // --- calls that a journey places

  @Test
  void aPlacedCallIsTakenByAPerson() {
    var ada = somebody();
    var line = new FakeLine();
    assertThat(world.sms(ada, "hi")).containsExactly("We call you.");
    assertThat(call(ada).path("state").asString()).isEqualTo("waiting");
    assertThat(dialer(line).placeDue()).isEqualTo(1);
    assertThat(dialer(line).placeDue()).isZero();
    var placed = line.placed.getFirst();
    assertThat(placed.from().e164()).isEqualTo(Builder.HOTLINE);
    assertThat(placed.to().e164()).isEqualTo(ada);
    assertThat(placed.ring()).isEqualTo(Duration.ofSeconds(20));
    assertThat(placed.detectMachine()).isTrue();
    assertThat(call(ada).path("state").asString()).isEqualTo("ringing");
    assertThat(world.sms(ada, "hi")).containsExactly("You are on a call.");

    var phone = new Handset(world, ada, "CAout", Optional.empty());
    assertThat(phone.picksUp(false).words()).isEqualTo("Is it you?");
    assertThat(call(ada).path("state").asString()).isEqualTo("going");
    assertThat(phone.says("yes").words()).isEqualTo("Good.");
    assertThat(phone.last()).isEqualTo(new Verb.HangUp());
    phone.hangsUp(12);
    assertThat(call(ada).path("seconds").asInt()).isEqualTo(12);
    assertThat(call(ada).path("direction").asString()).isEqualTo("out");
    assertThat(world.sentTo(ada)).containsExactly("That was your call.");
  }

  @Test
  void aMachineGetsTheMessage() {
    var ada = somebody();
    var line = new FakeLine();
    line.answer = new SendOutcome.Accepted("CAmachine");
    world.sms(ada, "hi");
    dialer(line).placeDue();
    var phone = new Handset(world, ada, "CAmachine", Optional.empty()).picksUp(true);
    assertThat(phone.words()).isEqualTo("Please call us back.");
    assertThat(phone.last()).isEqualTo(new Verb.HangUp());
  }

  @Test
  void nobodyWhoAnswersIsToldByText() {
    var ada = somebody();
    var line = new FakeLine();
    line.answer = new SendOutcome.Accepted("CAnobody");
    world.sms(ada, "hi");
    dialer(line).placeDue();
    new Handset(world, ada, "CAnobody", Optional.empty()).ends(CallEnd.NO_ANSWER, 0);
    assertThat(world.sentTo(ada)).containsExactly("We did not reach you.");
    assertThat(call(ada).path("ending").asString()).isEqualTo("no_answer");
  }

  @Test
  void whatACarrierRefusesFailsOnceAndWhatItPutsOffIsTriedForAMinute() {
    var ada = somebody();
    var line = new FakeLine();
    line.answer = new SendOutcome.Refused(RefusalReason.BAD_NUMBER, "No such number");
    world.sms(ada, "hi");
    dialer(line).placeDue();
    assertThat(world.sentTo(ada)).containsExactly("We did not reach you.");
    assertThat(call(ada).path("ending").asString()).isEqualTo("failed");

    var bob = somebody();
    line.answer = new SendOutcome.TryAgain(Duration.ZERO, "Not now");
    line.placed.clear();
    world.sms(bob, "hi");
    for (var second = 0; second < 120; second++) {
      dialer(line).placeDue();
      world.clock().jump(Duration.ofSeconds(1));
    }
    assertThat(line.placed).hasSize(5);
    assertThat(line.placed)
        .extracting(OutboundCall::key)
        .containsOnly(line.placed.getFirst().key());
    assertThat(world.sentTo(bob)).containsExactly("We did not reach you.");
  }

  @Test
  void aCallWhoseAnswerWasLostIsKnownByItsKeyAndASecondOneOfItIsLetGo() {
    var ada = somebody();
    var line = new FakeLine();
    line.answer = new SendOutcome.TryAgain(Duration.ZERO, "The answer was lost");
    world.sms(ada, "hi");
    dialer(line).placeDue();
    var key = Optional.of(line.placed.getFirst().key());
    world.clock().jump(Duration.ofMinutes(1));
    line.answer = new SendOutcome.Accepted("CAsecond");
    dialer(line).placeDue();

    var first = new Handset(world, ada, "CAfirst", key);
    assertThat(first.picksUp(false).words()).isEqualTo("Is it you?");
    var second = new Handset(world, ada, "CAsecond", key);
    assertThat(second.picksUp(false).heard()).containsExactly(new Verb.HangUp());
    second.ends(CallEnd.COMPLETED, 1);
    assertThat(first.says("yes").words()).isEqualTo("Good.");
    first.hangsUp(8);
    assertThat(call(ada).path("seconds").asInt()).isEqualTo(8);
  }

  @Test
  void whoStoppedTextsIsStillCalledAndGetsNone() {
    var ada = somebody();
    var line = new FakeLine();
    line.answer = new SendOutcome.Accepted("CAstopped");
    world.sms(ada, "hi");
    world.sms(ada, "STOP");
    dialer(line).placeDue();
    var phone = new Handset(world, ada, "CAstopped", Optional.empty());
    assertThat(phone.picksUp(false).words()).isEqualTo("Is it you?");
    phone.hangsUp(2);
    assertThat(world.sentTo(ada)).isEmpty();
  }

  @Test
  void aCallOfAJourneyThatEndedIsNotPlaced() {
    var ada = somebody();
    var line = new FakeLine();
    world.sms(ada, "hi");
    world.clock().jump(Duration.ofDays(31));
    world.part(Timers.class).sweep();
    assertThat(dialer(line).placeDue()).isEqualTo(1);
    assertThat(line.placed).isEmpty();
    assertThat(call(ada).path("ending").asString()).isEqualTo("cancelled");
  }
}
