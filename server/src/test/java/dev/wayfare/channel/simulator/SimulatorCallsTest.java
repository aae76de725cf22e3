package dev.wayfare.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.simulator.SimulatorCall.State;
import dev.wayfare.channel.simulator.SimulatorCalls.Done;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.Verb;
import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Calls of the simulator over a real database, with time that passes only on demand.
class SimulatorCallsTest {

  private static final OrganizationId ORG = new OrganizationId(new UUID(8, 8));
  private static final OrganizationId OTHER = new OrganizationId(new UUID(8, 9));
  private static final PhoneNumber ADA = new PhoneNumber("+15550141");
  private static final PhoneNumber GRACE = new PhoneNumber(CallTrial.PHONE);
  private static final PhoneNumber DESK = new PhoneNumber("+15550100");
  private static final CarrierAccount ACCOUNT =
      new CarrierAccount(new UUID(9, 9), ORG, "simulator", Map.of(), "");
  private static TestDatabase database;

  private final SteppedLater time = new SteppedLater();
  private final AtomicLong ids = new AtomicLong();
  private final CallTrial door = new CallTrial();
  private final SimulatorBell bell = new SimulatorBell();
  private JdbcClient db;
  private SimulatorStore phones;
  private SimulatorCallStore store;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void clean() {
    db = JdbcClient.create(database.dataSource());
    db.sql("truncate simulator_message, simulator_call, simulator_phone").update();
    phones = new PgSimulatorStore(db);
    store = new PgSimulatorCallStore(db, new JsonMapper());
    phones.add(new SimulatorPhone(ORG, ADA, "Ada", Faults.NONE, time.instant(), 0));
    phones.add(new SimulatorPhone(ORG, GRACE, "Grace", Faults.NONE, time.instant(), 0));
  }

  @Test
  void aCallGoesThroughTheDoorAndTheAppIsHeard() {
    var call = dial();
    assertThat(call.state()).isEqualTo(State.GOING);
    assertThat(call.doing()).isInstanceOf(CallDoing.Listening.class);
    assertThat(door.rung.getFirst().providerId()).isEqualTo(call.providerId());
    assertThat(door.rung.getFirst().from()).isEqualTo(ADA);

    calls().speak(call.id(), "Goodbye then");
    assertThat(said(call))
        .containsExactly(
            "APP: Welcome to the parcel desk. Press 1 for your parcel, or say what you need.",
            "PERSON: Goodbye then",
            "APP: Goodbye.",
            "NOTE: The app hung up.");
    assertThat(door.heard())
        .containsExactly(
            new Input.Spoken("Goodbye then", ""),
            new Input.HungUp(CallEnd.COMPLETED, Duration.ZERO));
    assertThat(now(call).state()).isEqualTo(State.ENDED);
  }

  @Test
  void everyStepHasAKeyOfItsOwn() {
    var call = dial();
    calls().speak(call.id(), "");
    calls().speak(call.id(), "");
    calls().hangUp(call.id());
    assertThat(door.events).extracting(CallEvent::key).doesNotHaveDuplicates();
    assertThat(door.heard().subList(0, 2))
        .containsExactly(Input.Spoken.NOTHING, Input.Spoken.NOTHING);
  }

  @Test
  void keysPressedInSecretAreKeptNowhere() {
    var call = dial();
    calls().press(call.id(), "1");
    calls().press(call.id(), "7305#");
    assertThat(door.heard()).contains(new Input.Spoken("", "7305"));
    assertThat(said(call)).contains("KEYS: 1", "KEYS: •••");
    var rows = db.sql("select simulator_call::text from simulator_call").query(String.class).list();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("7305"));
    assertThat(door.events.toString()).doesNotContain("7305");
  }

  @Test
  void nobodyKeysMoreDigitsThanAreAwaited() {
    var call = dial();
    calls().press(call.id(), "1");
    calls().press(call.id(), "73051");
    assertThat(door.heard().getLast()).isNotEqualTo(new Input.Spoken("", "73051"));
    assertThat(door.heard()).contains(new Input.Spoken("", "7305"));
    assertThat(calls().speak(dialAgain(call).id(), "parcel")).isInstanceOf(Done.Taken.class);
    assertThat(calls().speak(open().id(), "seven three"))
        .isEqualTo(new Done.NotNow("The call listens to keys only."));
  }

  @Test
  void aHeldCallAsksAgainByItself() {
    var call = dial();
    calls().press(call.id(), "2");
    assertThat(calls().speak(call.id(), "hello"))
        .isEqualTo(new Done.NotNow("Nobody listens on the call at the moment."));
    time.pass(Duration.ofSeconds(2));
    assertThat(door.heard()).doesNotContain(new Input.Held());
    time.pass(Duration.ofSeconds(1));
    assertThat(door.heard()).contains(new Input.Held());
    assertThat(said(call).getLast()).startsWith("APP: Thank you for waiting.");
  }

  @Test
  void aHeldCallThatIsHungUpIsNotAskedAgain() {
    var call = dial();
    calls().press(call.id(), "2");
    calls().hangUp(call.id());
    time.pass(Duration.ofMinutes(1));
    assertThat(door.heard()).doesNotContain(new Input.Held());
    assertThat(calls().hangUp(call.id())).isEqualTo(new Done.NotNow("The call is not going on."));
  }

  @Test
  void aForwardedCallRingsAnotherPhoneAndComesBack() {
    var call = dial();
    calls().press(call.id(), "3");
    var leg = ringing(GRACE);
    calls().answer(leg.id(), false);
    calls().speak(call.id(), "Hello Grace");
    calls().speak(leg.id(), "Hello Ada");
    assertThat(said(call)).contains("NOTE: Connected with +15550142.", "OTHER: Hello Ada");
    assertThat(said(leg)).containsExactly("OTHER: Hello Grace", "PERSON: Hello Ada");
    assertThat(door.heard()).hasSize(1);

    time.pass(Duration.ofSeconds(9));
    calls().hangUp(leg.id());
    assertThat(door.heard().getLast()).isEqualTo(new Input.Forwarded(CallEnd.COMPLETED));
    assertThat(said(call).getLast()).startsWith("APP: Back with you: COMPLETED.");
    assertThat(now(leg).state()).isEqualTo(State.ENDED);
  }

  @Test
  void aForwardedCallMayMeetABusyPhoneOrNobody() {
    var call = dial();
    calls().press(call.id(), "3");
    calls().refuse(ringing(GRACE).id(), CallEnd.BUSY);
    assertThat(door.heard().getLast()).isEqualTo(new Input.Forwarded(CallEnd.BUSY));

    calls().press(call.id(), "3");
    time.pass(Duration.ofSeconds(20));
    assertThat(door.heard().getLast()).isEqualTo(new Input.Forwarded(CallEnd.NO_ANSWER));

    calls().dial(ORG, GRACE, DESK);
    calls().press(call.id(), "3");
    time.pass(Duration.ofSeconds(1));
    assertThat(door.heard().getLast()).isEqualTo(new Input.Forwarded(CallEnd.BUSY));
  }

  @Test
  void aCallerWhoHangsUpTakesTheForwardedCallAlong() {
    var call = dial();
    calls().press(call.id(), "3");
    var leg = ringing(GRACE);
    calls().answer(leg.id(), false);
    calls().hangUp(call.id());
    assertThat(now(leg).state()).isEqualTo(State.ENDED);
    assertThat(said(leg)).containsExactly("NOTE: The caller hung up.");
    assertThat(door.heard().getLast()).isInstanceOf(Input.HungUp.class);
    time.pass(Duration.ofMinutes(5));
    assertThat(door.heard()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED", "BUSY", "NO_ANSWER", "FAILED"})
  void whatCameOfANumberElsewhereIsSaidByHand(CallEnd how) {
    var call = dial();
    calls().press(call.id(), "4");
    time.pass(Duration.ofMinutes(5));
    assertThat(door.heard()).hasSize(1);
    if (how == CallEnd.COMPLETED) {
      calls().answer(call.id(), false);
    } else {
      calls().refuse(call.id(), how);
    }
    assertThat(door.heard().getLast()).isEqualTo(new Input.Forwarded(how));
  }

  @Test
  void aCallOfOursRingsAndIsTaken() {
    var outcome = place(new UUID(7, 1), true);
    var call = ringing(ADA);
    assertThat(outcome).isEqualTo(new SendOutcome.Accepted(call.providerId()));
    calls().answer(call.id(), false);
    assertThat(door.events.getFirst().placed()).contains(new UUID(7, 1));
    assertThat(door.heard()).containsExactly(new Input.PickedUp(false));
    time.pass(Duration.ofSeconds(42));
    calls().hangUp(call.id());
    assertThat(door.heard().getLast())
        .isEqualTo(new Input.HungUp(CallEnd.COMPLETED, Duration.ofSeconds(42)));
  }

  @Test
  void aMachineIsHeardAsOneIfTheAppAsked() {
    place(new UUID(7, 1), true);
    calls().answer(ringing(ADA).id(), true);
    assertThat(door.heard().getFirst()).isEqualTo(new Input.PickedUp(true));

    place(new UUID(7, 2), false);
    var call = ringing(ADA);
    calls().answer(call.id(), true);
    assertThat(door.heard().getLast()).isEqualTo(new Input.PickedUp(false));
    time.pass(Duration.ofSeconds(5));
    assertThat(door.heard().getLast()).isEqualTo(Input.Spoken.NOTHING);
    calls().hangUp(call.id());
  }

  @Test
  void aCallOfOursMayNotBeTaken() {
    place(new UUID(7, 1), false);
    calls().refuse(ringing(ADA).id(), CallEnd.BUSY);
    place(new UUID(7, 2), false);
    time.pass(Duration.ofSeconds(25));
    dial();
    place(new UUID(7, 3), false);
    time.pass(Duration.ofSeconds(1));
    assertThat(door.heard())
        .containsExactly(
            new Input.HungUp(CallEnd.BUSY, Duration.ZERO),
            new Input.HungUp(CallEnd.NO_ANSWER, Duration.ZERO),
            new Input.HungUp(CallEnd.BUSY, Duration.ZERO));
  }

  @Test
  void theSameCallOfOursTwiceRingsOnce() {
    assertThat(place(new UUID(7, 1), false)).isEqualTo(place(new UUID(7, 1), false));
    assertThat(store.ofPhone(ORG, ADA, 9)).hasSize(1);
    time.pass(Duration.ofMinutes(1));
    assertThat(door.heard()).hasSize(1);
  }

  @Test
  void aNumberWithoutAPhoneIsNotCalled() {
    var wish =
        new OutboundCall(
            new UUID(7, 1), DESK, new PhoneNumber("+15550999"), Duration.ofSeconds(25), false);
    assertThat(calls().place(wish, ORG))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.BAD_NUMBER));
  }

  @Test
  void aClosedNumberSaysItsWordsAndABusyOneNothing() {
    var closed = call(calls().dial(ORG, ADA, new PhoneNumber("+15550109")));
    assertThat(said(closed)).containsExactly("APP: Nobody is here.");
    assertThat(closed.state()).isEqualTo(State.ENDED);
    assertThat(door.events).isEmpty();
    var busy = call(calls().dial(ORG, ADA, new PhoneNumber("+15550108")));
    assertThat(said(busy)).containsExactly("NOTE: The line is busy.");
    assertThat(busy.how()).contains(CallEnd.BUSY);
  }

  @Test
  void aPhoneThatIsOffOrOnACallDialsNothing() {
    dial();
    assertThat(calls().dial(ORG, ADA, DESK)).isEqualTo(new Done.OnACall());
    var off = new Faults(Duration.ZERO, Optional.empty(), false, false, true);
    phones.update(phones.phone(ORG, GRACE).orElseThrow().with(off));
    assertThat(calls().dial(ORG, GRACE, DESK)).isEqualTo(new Done.PhoneOff());
    assertThat(calls().dial(ORG, new PhoneNumber("+15550999"), DESK))
        .isEqualTo(new Done.NoSuchPhone());
  }

  @Test
  void twoOrganizationsMayHaveAPhoneOfTheSameNumberAndNeitherHearsTheOther() {
    phones.add(new SimulatorPhone(OTHER, ADA, "Their Ada", Faults.NONE, time.instant(), 0));
    var ours = dial();
    var theirs = new OutboundCall(new UUID(7, 1), DESK, ADA, Duration.ofSeconds(25), false);
    calls().place(theirs, OTHER);
    var ringing = store.open(OTHER).getFirst();
    assertThat(ringing.state()).isEqualTo(State.RINGING);
    time.pass(Duration.ofSeconds(2));
    assertThat(now(ringing).state())
        .as("our Ada's call keeps theirs not busy")
        .isEqualTo(State.RINGING);
    assertThat(store.open(ORG)).extracting(SimulatorCall::id).containsExactly(ours.id());
    assertThat(store.ofPhone(OTHER, ADA, 9))
        .extracting(SimulatorCall::id)
        .containsExactly(ringing.id());
    assertThat(store.callsAfter(ORG, 0, 9))
        .extracting(SimulatorCall::id)
        .containsExactly(ours.id());
    assertThat(store.call(ORG, ringing.id())).isEmpty();
    assertThat(store.call(OTHER, ringing.id())).isPresent();
  }

  @Test
  void aCallIsForwardedToPhonesOfItsOwnOrganizationOnly() {
    db.sql("delete from simulator_phone where number = :n").param("n", GRACE.e164()).update();
    phones.add(new SimulatorPhone(OTHER, GRACE, "Their Grace", Faults.NONE, time.instant(), 0));
    var call = dial();
    calls().press(call.id(), "3");
    assertThat(store.open(OTHER)).isEmpty();
    assertThat(calls().refuse(call.id(), CallEnd.BUSY)).isInstanceOf(Done.Taken.class);
    assertThat(door.heard().getLast()).isEqualTo(new Input.Forwarded(CallEnd.BUSY));
  }

  @Test
  void aNumberOfAnotherOrganizationIsNotDialled() {
    phones.add(new SimulatorPhone(OTHER, ADA, "Their Ada", Faults.NONE, time.instant(), 0));
    assertThat(calls().dial(OTHER, ADA, DESK)).isEqualTo(new Done.NoSuchNumber(DESK));
    assertThat(door.rung).isEmpty();
  }

  @Test
  void aServerThatIsNotReadyIsAskedAgainAndThenGivenUp() {
    var busy =
        new CallTrial() {
          @Override
          public CallReply happened(CallEvent event) {
            events.add(event);
            return events.size() < 3 ? new CallReply.Unavailable() : menu("Here again.");
          }
        };
    var call = dial();
    calls(busy).press(call.id(), "1");
    assertThat(said(call)).hasSize(1);
    time.pass(Duration.ofSeconds(10));
    assertThat(said(call).getLast()).startsWith("APP: Here again.");
    assertThat(busy.events).extracting(CallEvent::key).containsOnly(busy.events.getFirst().key());

    var never =
        new CallTrial() {
          @Override
          public CallReply happened(CallEvent event) {
            events.add(event);
            return new CallReply.Unavailable();
          }
        };
    calls(never).press(call.id(), "1");
    time.pass(Duration.ofMinutes(5));
    assertThat(now(call).how()).contains(CallEnd.FAILED);
    assertThat(said(call).getLast()).isEqualTo("NOTE: The server could not answer, 4 times.");
  }

  @Test
  void aDoorThatBreaksEndsTheCall() {
    var broken =
        new CallTrial() {
          @Override
          public CallReply happened(CallEvent event) {
            throw new IllegalStateException("broken");
          }
        };
    var call = dial();
    assertThatThrownBy(() -> calls(broken).press(call.id(), "1")).hasMessage("broken");
    assertThat(now(call).how()).contains(CallEnd.FAILED);
  }

  /// Neither post is answered before both have come in.
  @Test
  void aPhoneThatPostsTwicePostsTheSameKeyAtTheSameMoment() {
    var both = new CyclicBarrier(2);
    var gate =
        new CallTrial() {
          @Override
          public CallReply happened(CallEvent event) {
            try {
              both.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException("The second post never came.", e);
            }
            return super.happened(event);
          }
        };
    var call = dial();
    var twice = new Faults(Duration.ZERO, Optional.empty(), false, true, false);
    phones.update(phones.phone(ORG, ADA).orElseThrow().with(twice));
    calls(gate).press(call.id(), "2");
    assertThat(gate.events)
        .hasSize(2)
        .extracting(CallEvent::key)
        .containsOnly(gate.events.getFirst().key());
    assertThat(now(call).doing()).isInstanceOf(CallDoing.Holding.class);
  }

  @Test
  void aRestartTakesUpWhatStood() {
    var call = dial();
    calls().press(call.id(), "2");
    place(GRACE, new UUID(7, 1));
    var restarted = new SteppedLater();
    var after = calls(door, restarted);
    after.resume();
    restarted.pass(Duration.ofMinutes(1));
    assertThat(door.heard())
        .contains(new Input.Held(), new Input.HungUp(CallEnd.NO_ANSWER, Duration.ZERO));
  }

  @Test
  void whatACallDoesComesBackFromTheStoreAsItWas() {
    var call = dial();
    var hearing =
        new Verb.Hearing(
            true, true, 3, Duration.ofMillis(1500), List.of("ü\""), false, true, "de-DE");
    for (var doing :
        List.of(
            new CallDoing.Nothing(),
            new CallDoing.Listening(hearing),
            new CallDoing.Holding(Duration.ofMillis(1500)),
            new CallDoing.Forwarding("+1555", Duration.ofSeconds(9), Optional.empty(), true),
            new CallDoing.Forwarding(
                "+1555", Duration.ofSeconds(9), Optional.of(new UUID(1, 2)), false))) {
      assertThat(store.change(now(call).now(doing)).orElseThrow().doing()).isEqualTo(doing);
      assertThat(now(call).doing()).isEqualTo(doing);
    }
    assertThat(store.change(call)).as("a step that is left behind").isEmpty();
    assertThat(new CallLine(CallLine.Who.APP, "a\u0000b\ud800", "", time.instant()).text())
        .isEqualTo("ab?");
  }

  private SimulatorCall dial() {
    return call(calls().dial(ORG, ADA, DESK));
  }

  private SimulatorCall dialAgain(SimulatorCall before) {
    calls().hangUp(before.id());
    return dial();
  }

  private SimulatorCall open() {
    return store.open().getFirst();
  }

  private static SimulatorCall call(Done done) {
    return ((Done.Taken) done).call();
  }

  private SimulatorCall ringing(PhoneNumber phone) {
    return store.open().stream()
        .filter(it -> it.phone().equals(phone) && it.state() == State.RINGING)
        .findFirst()
        .orElseThrow();
  }

  private SendOutcome place(UUID key, boolean detectMachine) {
    return calls()
        .place(new OutboundCall(key, DESK, ADA, Duration.ofSeconds(25), detectMachine), ORG);
  }

  private void place(PhoneNumber to, UUID key) {
    calls().place(new OutboundCall(key, DESK, to, Duration.ofSeconds(25), false), ORG);
  }

  private SimulatorCall now(SimulatorCall call) {
    return store.call(call.id()).orElseThrow();
  }

  private List<String> said(SimulatorCall call) {
    return now(call).lines().stream().map(line -> line.who() + ": " + line.text()).toList();
  }

  private SimulatorCalls calls() {
    return calls(door);
  }

  private SimulatorCalls calls(CallTrial behind) {
    return calls(behind, time);
  }

  private SimulatorCalls calls(CallTrial behind, SteppedLater later) {
    var accounts = new SimulatorTryOut.Accounts(_ -> Optional.of(ACCOUNT));
    var exchange = new Exchange(store, phones, behind, later, bell, time);
    return new SimulatorCalls(store, phones, exchange, accounts, later, bell, time, this::id);
  }

  private UUID id() {
    return new UUID(1, ids.incrementAndGet());
  }
}
