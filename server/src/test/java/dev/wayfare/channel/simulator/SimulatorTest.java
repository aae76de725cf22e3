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

  private static final PhoneNumber ADA = new PhoneNumber("+15550141");
  private static final PhoneNumber DESK = new PhoneNumber("+15550100");
  private static final CarrierAccount ACCOUNT =
      new CarrierAccount(new UUID(9, 9), "simulator", Map.of(), "");
  private static ScratchPostgres postgres;

  private final SteppedLater time = new SteppedLater();
  private final AtomicLong ids = new AtomicLong();
  private final ParrotDoor door = new ParrotDoor();
  private SimulatorStore store;

  @BeforeAll
  static void start() {
    postgres = new ScratchPostgres();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void clean() {
    var db = JdbcClient.create(postgres.source());
    db.sql("truncate simulator_message, simulator_call, simulator_phone").update();
    store = new PgSimulatorStore(db);
    simulator(door).add(ADA, "Ada");
  }

  @Test
  void aTextGoesThroughTheDoorAndItsReplyLandsInTheThread() {
    var typed = simulator(door).text(ADA, DESK, "Hi");

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
    assertThat(store.threads(ADA))
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
    assertThat(store.thread(ADA, DESK, 0, 9))
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
    assertThat(simulator(door).text(ADA, DESK, "Hi")).isEqualTo(new Typed.PhoneOff());

    faults(Faults.NONE);
    time.pass(Duration.ZERO);
    assertThat(states()).containsExactly(DeliveryState.DELIVERED);
    assertThat(door.reports).hasSize(3);
  }

  @Test
  void aDelayHoldsTextsInBothDirections() {
    faults(new Faults(Duration.ofSeconds(10), Optional.empty(), false, false, false));
    simulator(door).text(ADA, DESK, "Hi");
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
    simulator(gate).text(ADA, DESK, "Hi");
    assertThat(gate.heard)
        .hasSize(2)
        .extracting(InboundText::providerId)
        .containsOnly(gate.heard.getFirst().providerId());
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
    assertThat(store.thread(ADA, DESK, 0, 9).getFirst().note())
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
    simulator(busy).text(ADA, DESK, "Hi");
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
    simulator(never).text(ADA, DESK, "Anybody?");
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
    assertThatThrownBy(() -> simulator(broken).text(ADA, DESK, "Hi")).hasMessage("broken");
    assertThat(states()).containsExactly(DeliveryState.FAILED);
  }

  @Test
  void aRestartTakesUpWhatWasOnItsWay() {
    faults(new Faults(Duration.ofSeconds(10), Optional.empty(), false, false, false));
    new Simulator(
            store,
            new SimulatorMail(store, door, (_, _) -> {}, new SimulatorBell(), time, this::id),
            _ -> Optional.empty(),
            new SimulatorBell(),
            time,
            this::id)
        .text(ADA, DESK, "Hi");
    assertThat(door.heard).isEmpty();
    mail(door).resume();
    time.pass(Duration.ofMinutes(1));
    assertThat(thread()).containsExactly("me: Hi", "app: You said: Hi");
  }

  @Test
  void aRealCarriersNumberIsNeverPlayed() {
    var twilio = new CarrierAccount(new UUID(1, 1), "twilio", Map.of(), "hush");
    var simulator =
        new Simulator(
            store, mail(door), _ -> Optional.of(twilio), new SimulatorBell(), time, this::id);
    assertThat(simulator.text(ADA, DESK, "Hi")).isEqualTo(new Typed.RealCarrier("twilio"));
    assertThat(door.heard).isEmpty();
  }

  @Test
  void aPhoneIsAddedOnce() {
    assertThat(simulator(door).add(ADA, "Again")).isEmpty();
    assertThat(store.phones()).extracting(SimulatorPhone::name).containsExactly("Ada");
    assertThat(simulator(door).freeNumber()).isEqualTo(new PhoneNumber("+15550142"));
  }

  @Test
  void changesAreNumberedInTheOrderInWhichTheyShow() {
    var before = store.changeBefore(1);
    simulator(door).text(ADA, DESK, "Hi\u0000");
    var changes = store.messagesAfter(before, 9);
    assertThat(changes).extracting(SimulatorMessage::changed).isSorted().doesNotHaveDuplicates();
    assertThat(changes.getFirst().body()).isEqualTo("Hi");
    assertThat(store.messagesAfter(changes.getLast().changed(), 9)).isEmpty();
    assertThat(store.changeBefore(1)).isEqualTo(changes.getLast().changed() - 1);
  }

  @Test
  void aLateReceiptMovesNothingBack() {
    send(new UUID(7, 1), "Hello");
    time.pass(Duration.ofMinutes(1));
    var message = store.thread(ADA, DESK, 0, 9).getFirst();
    assertThat(store.move(message.id(), DeliveryState.SENT, "")).isFalse();
    assertThat(states()).containsExactly(DeliveryState.DELIVERED);
  }

  private SendOutcome send(UUID key, String body) {
    return carrier().send(new OutboundText(key, DESK, ADA, body), ACCOUNT);
  }

  private void faults(Faults faults) {
    simulator(door).change(store.phone(ADA).orElseThrow().with(faults));
  }

  private SimulatorCarrier carrier() {
    var calls = new PgSimulatorCallStore(JdbcClient.create(postgres.source()), new JsonMapper());
    var bell = new SimulatorBell();
    var exchange = new Exchange(calls, store, new CallTrial(), time, bell, time);
    var all =
        new SimulatorCalls(
            calls, store, exchange, _ -> Optional.of(ACCOUNT), time, bell, time, this::id);
    return new SimulatorCarrier(mail(door), all);
  }

  private SimulatorMail mail(ParrotDoor behind) {
    return new SimulatorMail(store, behind, time, new SimulatorBell(), time, this::id);
  }

  private Simulator simulator(ParrotDoor behind) {
    return new Simulator(
        store, mail(behind), _ -> Optional.of(ACCOUNT), new SimulatorBell(), time, this::id);
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

  /// In the order in which they were made, which the stepped ids tell.
  private List<SimulatorMessage> inOrder() {
    return store.thread(ADA, DESK, 0, 99).stream()
        .sorted(Comparator.comparingLong(m -> m.id().getLeastSignificantBits()))
        .toList();
  }
}
