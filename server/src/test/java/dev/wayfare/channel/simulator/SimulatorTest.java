package dev.wayfare.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.TextReply;
import dev.wayfare.channel.simulator.Simulator.Typed;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.util.Comparator;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The simulator over a real database, with time that passes only on demand.
class SimulatorTest {

  private static final OrganizationId ORG = new OrganizationId(new UUID(8, 8));
  private static final OrganizationId OTHER = new OrganizationId(new UUID(8, 9));
  private static final PhoneNumber ADA = new PhoneNumber("+15550141");
  private static final PhoneNumber DESK = new PhoneNumber("+15550100");
  private static final CarrierAccount ACCOUNT =
      new CarrierAccount(new UUID(9, 9), ORG, "simulator", Map.of(), "");
  private static TestDatabase database;

  private final SteppedLater time = new SteppedLater();
  private final AtomicLong ids = new AtomicLong();
  private final ParrotDoor door = new ParrotDoor();
  private SimulatorStore store;

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
    var db = JdbcClient.create(database.dataSource());
    db.sql("truncate simulator_message, simulator_call, simulator_phone").update();
    store = new PgSimulatorStore(db);
    simulator(door).add(ORG, ADA, "Ada");
  }

  @Test
  void aTextGoesThroughTheDoorAndItsReplyLandsInTheThread() {
    var typed = simulator(door).text(ORG, ADA, DESK, "Hi");

    assertThat(typed)
        .isInstanceOfSatisfying(
            Typed.Taken.class,
            taken -> assertThat(taken.message().state()).isEqualTo(DeliveryState.DELIVERED));
    var heard = door.heard.getFirst();
    assertThat(heard)
        .isEqualTo(
            new InboundText(
                "simulator", ADA, DESK, "Hi", List.of(), heard.providerId(), Optional.empty()));
    assertThat(heard.providerId()).startsWith("SIM");
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
    assertThat(store.threads(ORG, ADA))
        .singleElement()
        .satisfies(thread -> assertThat(thread.messages()).isEqualTo(2));
  }

  @Test
  void aTextOfOursLandsAndItsReceiptsFollow() {
    var outcome = send(new UUID(7, 1), "Your parcel comes tomorrow.");
    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(states()).containsExactly(DeliveryState.QUEUED);

    time.pass(Duration.ofMillis(200));
    assertThat(states()).containsExactly(DeliveryState.SENT);
    time.pass(Duration.ofSeconds(1));
    assertThat(states()).containsExactly(DeliveryState.DELIVERED);

    var id = ((SendOutcome.Accepted) outcome).providerId();
    assertThat(door.reports)
        .containsExactly(
            report(id, DeliveryState.QUEUED),
            report(id, DeliveryState.SENT),
            report(id, DeliveryState.DELIVERED));
  }

  @Test
  void theSameTextOfOursTwiceLandsOnce() {
    var first = send(new UUID(7, 1), "Once");
    var second = send(new UUID(7, 1), "Once");
    assertThat(second).isEqualTo(first);
    time.pass(Duration.ofMinutes(1));
    assertThat(thread()).containsExactly("app: Once");
    assertThat(door.reports).hasSize(3);
  }

  @Test
  void aPhoneThatRefusesGetsNothing() {
    faults(new Faults(Duration.ZERO, Optional.of(RefusalReason.OPTED_OUT), false, false, false));
    assertThat(send(new UUID(7, 1), "Hello"))
        .isEqualTo(
            new SendOutcome.Refused(
                RefusalReason.OPTED_OUT, "The simulator phone refuses texts, as set."));
    time.pass(Duration.ofMinutes(1));
    assertThat(store.thread(ORG, ADA, DESK, 0, 9))
        .extracting(SimulatorMessage::state, SimulatorMessage::note)
        .containsExactly(tuple(DeliveryState.FAILED, "Refused: opted out."));
    assertThat(door.reports).isEmpty();
  }

  @Test
  void aNumberWithoutAPhoneIsRefused() {
    var text = new OutboundText(new UUID(7, 1), DESK, new PhoneNumber("+15550999"), "Hello");
    assertThat(carrier().send(text, ACCOUNT))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.BAD_NUMBER));
  }

  @Test
  void aTextThatFailsIsAcceptedFirst() {
    faults(new Faults(Duration.ZERO, Optional.empty(), true, false, false));
    assertThat(send(new UUID(7, 1), "Hello")).isInstanceOf(SendOutcome.Accepted.class);
    time.pass(Duration.ofMinutes(1));
    assertThat(door.reports.getLast().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(door.reports.getLast().errorCode()).contains("30008");
  }

  @Test
  void aPhoneThatIsOffGetsItsTextsWhenItIsOnAgain() {
    faults(new Faults(Duration.ZERO, Optional.empty(), false, false, true));
    send(new UUID(7, 1), "Hello");
    time.pass(Duration.ofHours(1));
    assertThat(states()).containsExactly(DeliveryState.SENT);
    assertThat(simulator(door).text(ORG, ADA, DESK, "Hi")).isEqualTo(new Typed.PhoneOff());

    faults(Faults.NONE);
    time.pass(Duration.ZERO);
    assertThat(states()).containsExactly(DeliveryState.DELIVERED);
    assertThat(door.reports).hasSize(3);
  }

  @Test
  void aDelayHoldsTextsInBothDirections() {
    faults(new Faults(Duration.ofSeconds(10), Optional.empty(), false, false, false));
    simulator(door).text(ORG, ADA, DESK, "Hi");
    send(new UUID(7, 1), "Hello");
    time.pass(Duration.ofSeconds(9));
    assertThat(door.heard).isEmpty();
    assertThat(states()).containsExactly(DeliveryState.QUEUED, DeliveryState.QUEUED);
    time.pass(Duration.ofSeconds(12));
    assertThat(door.heard).hasSize(1);
    assertThat(states()).containsOnly(DeliveryState.DELIVERED);
  }

  /// Neither post is answered before both have come in.
  @Test
  void aDoubledTextIsPostedTwiceAtTheSameMoment() {
    faults(new Faults(Duration.ZERO, Optional.empty(), false, true, false));
    var both = new CyclicBarrier(2);
    var gate =
        new ParrotDoor() {
          @Override
          public TextReply hear(InboundText text) {
            try {
              both.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException("The second post never came.", e);
            }
            return super.hear(text);
          }
        };
    simulator(gate).text(ORG, ADA, DESK, "Hi");
    assertThat(gate.heard)
        .hasSize(2)
        .extracting(InboundText::providerId)
        .containsOnly(gate.heard.getFirst().providerId());
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
    assertThat(store.thread(ORG, ADA, DESK, 0, 9).getFirst().note())
        .isEqualTo("Posted twice, answered once.");
  }

  @Test
  void aServerThatIsNotReadyIsPostedToAgainAndThenGivenUp() {
    var busy =
        new ParrotDoor() {
          @Override
          public TextReply hear(InboundText text) {
            heard.add(text);
            return heard.size() < 3 ? new TextReply.Unavailable() : reply(text);
          }
        };
    simulator(busy).text(ORG, ADA, DESK, "Hi");
    assertThat(states()).containsExactly(DeliveryState.QUEUED);
    time.pass(Duration.ofSeconds(10));
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");

    busy.heard.clear();
    var never =
        new ParrotDoor() {
          @Override
          public TextReply hear(InboundText text) {
            heard.add(text);
            return new TextReply.Unavailable();
          }
        };
    simulator(never).text(ORG, ADA, DESK, "Anybody?");
    time.pass(Duration.ofHours(1));
    assertThat(never.heard).hasSize(4);
    assertThat(states().getLast()).isEqualTo(DeliveryState.UNDELIVERED);
  }

  @Test
  void aDoorThatBreaksLeavesAFailedText() {
    var broken =
        new ParrotDoor() {
          @Override
          public TextReply hear(InboundText text) {
            throw new IllegalStateException("broken");
          }
        };
    assertThatThrownBy(() -> simulator(broken).text(ORG, ADA, DESK, "Hi")).hasMessage("broken");
    assertThat(states()).containsExactly(DeliveryState.FAILED);
  }

  @Test
  void aRestartTakesUpWhatWasOnItsWay() {
    faults(new Faults(Duration.ofSeconds(10), Optional.empty(), false, false, false));
    new Simulator(
            store,
            new SimulatorMail(store, door, (_, _) -> {}, new SimulatorBell(), time, this::id),
            accounts(ACCOUNT),
            new SimulatorBell(),
            time,
            this::id)
        .text(ORG, ADA, DESK, "Hi");
    assertThat(door.heard).isEmpty();
    mail(door).resume();
    time.pass(Duration.ofMinutes(1));
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
  }

  /// The process fell between the door's answer and its own note of it; another had begun already.
  @Test
  void aReplyIsNeitherLostNorDoubledWhenAProcessFalls() {
    var falls =
        new ParrotDoor() {
          @Override
          public TextReply hear(InboundText text) {
            super.hear(text);
            throw new StackOverflowError("The process is gone.");
          }
        };
    assertThatThrownBy(() -> simulator(falls).text(ORG, ADA, DESK, "Hi"))
        .isInstanceOf(StackOverflowError.class);
    assertThat(thread()).containsExactly("me: Hi");

    mail(door).resume();
    mail(door).resume();
    time.pass(Duration.ofMinutes(1));
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
    assertThat(states()).containsOnly(DeliveryState.DELIVERED);
  }

  /// The reply landed, and the process fell before the text counted as delivered.
  @Test
  void aReplyThatLandedAlreadyDoesNotLandAgain() {
    simulator(door).text(ORG, ADA, DESK, "Hi");
    JdbcClient.create(database.dataSource())
        .sql("update simulator_message set state = 'QUEUED' where direction = 'FROM_PHONE'")
        .update();
    mail(door).resume();
    time.pass(Duration.ofMinutes(1));
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
    assertThat(door.heard).hasSize(2);
    assertThat(states()).containsOnly(DeliveryState.DELIVERED);
  }

  @Test
  void whatAnotherProcessLeftLyingIsTakenUpWithoutARestart() {
    mail(door).resume();
    faults(new Faults(Duration.ofSeconds(10), Optional.empty(), false, false, false));
    var fallen = new SimulatorMail(store, door, (_, _) -> {}, new SimulatorBell(), time, this::id);
    new Simulator(store, fallen, accounts(ACCOUNT), new SimulatorBell(), time, this::id)
        .text(ORG, ADA, DESK, "Hi");
    time.pass(Duration.ofMinutes(3));
    assertThat(thread()).containsExactly("me: Hi");
    time.pass(Duration.ofMinutes(2));
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
  }

  @Test
  void anotherOrganizationHasPhonesOfItsOwn() {
    assertThat(simulator(door).add(OTHER, ADA, "Not Ada")).isPresent();
    send(new UUID(7, 1), "For Ada");
    time.pass(Duration.ofMinutes(1));
    assertThat(store.threads(OTHER, ADA)).isEmpty();
    assertThat(store.messagesAfter(OTHER, 0, 9)).isEmpty();
    assertThat(store.phonesAfter(OTHER, 0, 9))
        .extracting(SimulatorPhone::name)
        .containsExactly("Not Ada");
    assertThat(simulator(door).text(OTHER, ADA, DESK, "Hi")).isEqualTo(new Typed.NoSuchNumber());
    assertThat(door.heard).isEmpty();
  }

  @Test
  void aRealCarriersNumberIsNeverPlayed() {
    var twilio = new CarrierAccount(new UUID(1, 1), ORG, "twilio", Map.of(), "hush");
    var simulator =
        new Simulator(store, mail(door), accounts(twilio), new SimulatorBell(), time, this::id);
    assertThat(simulator.text(ORG, ADA, DESK, "Hi")).isEqualTo(new Typed.RealCarrier("twilio"));
    assertThat(door.heard).isEmpty();
  }

  @Test
  void aPhoneIsAddedOnce() {
    assertThat(simulator(door).add(ORG, ADA, "Again")).isEmpty();
    assertThat(store.phones(ORG)).extracting(SimulatorPhone::name).containsExactly("Ada");
    assertThat(simulator(door).freeNumber(ORG)).isEqualTo(new PhoneNumber("+15550142"));
  }

  @Test
  void changesAreNumberedInTheOrderInWhichTheyShow() {
    var before = store.changeBefore(ORG, 1);
    simulator(door).text(ORG, ADA, DESK, "Hi\u0000");
    var changes = store.messagesAfter(ORG, before, 9);
    assertThat(changes).extracting(SimulatorMessage::changed).isSorted().doesNotHaveDuplicates();
    assertThat(changes).extracting(SimulatorMessage::body).containsExactly("Hi", "You said: Hi");
    assertThat(store.messagesAfter(ORG, changes.getLast().changed(), 9)).isEmpty();
    assertThat(store.changeBefore(ORG, 1)).isEqualTo(changes.getLast().changed() - 1);
  }

  @Test
  void aLateReceiptMovesNothingBack() {
    send(new UUID(7, 1), "Hello");
    time.pass(Duration.ofMinutes(1));
    var message = store.thread(ORG, ADA, DESK, 0, 9).getFirst();
    assertThat(store.move(message.id(), DeliveryState.SENT, "")).isFalse();
    assertThat(states()).containsExactly(DeliveryState.DELIVERED);
  }

  private SendOutcome send(UUID key, String body) {
    return carrier().send(new OutboundText(key, DESK, ADA, body), ACCOUNT);
  }

  private void faults(Faults faults) {
    simulator(door).change(store.phone(ORG, ADA).orElseThrow().with(faults));
  }

  private SimulatorCarrier carrier() {
    var calls =
        new PgSimulatorCallStore(JdbcClient.create(database.dataSource()), new JsonMapper());
    var bell = new SimulatorBell();
    var exchange = new Exchange(calls, store, new CallTrial(), time, bell, time);
    var all =
        new SimulatorCalls(calls, store, exchange, accounts(ACCOUNT), time, bell, time, this::id);
    return new SimulatorCarrier(mail(door), all, door, new CallTrial());
  }

  private SimulatorMail mail(ParrotDoor behind) {
    return new SimulatorMail(store, behind, time, new SimulatorBell(), time, this::id);
  }

  private Simulator simulator(ParrotDoor behind) {
    return new Simulator(
        store, mail(behind), accounts(ACCOUNT), new SimulatorBell(), time, this::id);
  }

  private static SimulatorTryOut.Accounts accounts(CarrierAccount everybody) {
    return new SimulatorTryOut.Accounts(_ -> Optional.of(everybody));
  }

  private UUID id() {
    return new UUID(1, ids.incrementAndGet());
  }

  private static DeliveryReport report(String id, DeliveryState state) {
    return new DeliveryReport("simulator", id, state, Optional.empty());
  }

  private List<DeliveryState> states() {
    return inOrder().stream().map(SimulatorMessage::state).toList();
  }

  private List<String> thread() {
    return inOrder().stream()
        .map(
            m ->
                switch (m.direction()) {
                  case FROM_PHONE -> "me: " + m.body();
                  case TO_PHONE -> "app: " + m.body();
                })
        .toList();
  }

  /// In the order in which they stand on the screen.
  private List<SimulatorMessage> inOrder() {
    return store.thread(ORG, ADA, DESK, 0, 99).stream()
        .sorted(
            Comparator.comparing(SimulatorMessage::at)
                .thenComparing(SimulatorMessage::direction)
                .thenComparingLong(SimulatorMessage::changed))
        .toList();
  }
}
