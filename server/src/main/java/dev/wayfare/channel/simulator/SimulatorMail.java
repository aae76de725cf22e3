package dev.wayfare.channel.simulator;

import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Carries texts between the phones and the door, as a carrier does, faults included.
///
/// Like a carrier it posts a text until it was answered, and by whichever process: the door hears
/// the same text once, and a reply has an id made of the text's, so that it lands once too.
final class SimulatorMail {

  private static final Duration TO_SENT = Duration.ofMillis(150);
  private static final Duration TO_DELIVERED = Duration.ofMillis(450);
  private static final int MOST_POSTS = 4;
  /// Longer than any text takes by itself, so that what is taken up was left lying.
  private static final Duration LEFT_LYING = Duration.ofMinutes(4);

  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final String UNREACHABLE = "30008";

  private final SimulatorStore store;
  private final TextDoor door;
  private final Later later;
  private final SimulatorBell bell;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  SimulatorMail(
      SimulatorStore store,
      TextDoor door,
      Later later,
      SimulatorBell bell,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.store = store;
    this.door = door;
    this.later = later;
    this.bell = bell;
    this.clock = clock;
    this.ids = ids;
  }

  /// Takes up what was on its way when the server stopped, and from then on what another process
  /// left lying.
  void resume() {
    takeUp(clock.instant());
    later.run(LOOK, this::look);
  }

  private void look() {
    try {
      takeUp(clock.instant().minus(LEFT_LYING));
    } finally {
      later.run(LOOK, this::look);
    }
  }

  private void takeUp(Instant before) {
    for (var message : store.unfinished(before)) {
      later.run(
          Duration.ZERO,
          () -> {
            switch (message.direction()) {
              case FROM_PHONE -> post(message, 1);
              case TO_PHONE -> step(message.id());
            }
          });
    }
  }

  /// Posts a phone's text to the door: at once, so that the reply is there when this returns, or
  /// after the phone's delay.
  void post(SimulatorMessage message, Faults faults) {
    if (faults.delay().isZero()) {
      post(message, 1);
    } else {
      later.run(faults.delay(), () -> post(message, 1));
    }
  }

  private void post(SimulatorMessage message, int times) {
    if (store.message(message.id()).filter(now -> now.state().isFinal()).isPresent()) {
      return; // another process was first
    }
    var twice = faults(message).duplicate();
    List<TextReply> replies;
    try {
      replies = twice ? hearTwice(message) : List.of(door.hear(inbound(message)));
    } catch (RuntimeException e) {
      move(message.id(), DeliveryState.FAILED, "The server failed to answer.");
      throw e;
    }
    if (replies.contains(new TextReply.Unavailable())) {
      postAgain(message, times);
      return;
    }
    var same = replies.stream().distinct().count() == 1;
    var note =
        !twice ? "" : same ? "Posted twice, answered once." : "Posted twice, answered twice.";
    var texts = replies.stream().distinct().flatMap(reply -> bodies(reply).stream()).toList();
    store.answered(message.id(), note, landing(message, texts));
    bell.ring();
  }

  private void postAgain(SimulatorMessage message, int times) {
    if (times >= MOST_POSTS) {
      move(
          message.id(),
          DeliveryState.UNDELIVERED,
          "The server could not take it, " + MOST_POSTS + " times.");
    } else {
      later.run(Duration.ofSeconds(1L << (times - 1)), () -> post(message, times + 1));
    }
  }

  /// Both at the same moment, as an impatient carrier would.
  private List<TextReply> hearTwice(SimulatorMessage message) {
    var posts = new ArrayList<FutureTask<TextReply>>();
    for (var i = 0; i < 2; i++) {
      var post = new FutureTask<>(() -> door.hear(inbound(message)));
      posts.add(post);
      Thread.ofVirtual().name("simulator-post").start(post);
    }
    return posts.stream().map(SimulatorMail::join).toList();
  }

  private static TextReply join(FutureTask<TextReply> post) {
    try {
      return post.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The simulator was stopped while it posted a text.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The door failed to answer a text.", e.getCause());
    }
  }

  private static InboundText inbound(SimulatorMessage message) {
    return new InboundText(
        SimulatorCarrier.KIND,
        message.phone(),
        message.other(),
        message.body(),
        List.of(),
        message.providerId(),
        Optional.empty());
  }

  private static List<String> bodies(TextReply reply) {
    return switch (reply) {
      case TextReply.Texts(var bodies) -> bodies;
      case TextReply.Closed(var body) -> List.of(body);
      case TextReply.Unavailable() -> List.of();
    };
  }

  private List<SimulatorMessage> landing(SimulatorMessage asked, List<String> bodies) {
    var state = faults(asked).off() ? DeliveryState.SENT : DeliveryState.DELIVERED;
    var landing = new ArrayList<SimulatorMessage>();
    for (var body : bodies) {
      landing.add(
          new SimulatorMessage(
              asked.replyId(landing.size()),
              asked.organization(),
              asked.phone(),
              asked.other(),
              Direction.TO_PHONE,
              body,
              state,
              "",
              Optional.empty(),
              clock.instant(),
              0));
    }
    return landing;
  }

  /// Takes a text of ours to a phone; its receipts follow.
  SendOutcome send(OutboundText text, OrganizationId organization) {
    var phone = store.phone(organization, text.to());
    if (phone.isEmpty()) {
      return new SendOutcome.Refused(
          RefusalReason.BAD_NUMBER, "No phone of the simulator has that number.");
    }
    var refusal = phone.get().faults().refuse();
    if (refusal.isPresent()) {
      var words = refusal.get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      store.add(
          toPhone(
              organization,
              text,
              DeliveryState.FAILED,
              "Refused: " + words + ".",
              Optional.empty()));
      bell.ring();
      return new SendOutcome.Refused(refusal.get(), "The simulator phone refuses texts, as set.");
    }
    var message = toPhone(organization, text, DeliveryState.QUEUED, "", Optional.of(text.key()));
    var kept = store.add(message);
    if (kept.id().equals(message.id())) {
      bell.ring();
      later.run(Duration.ZERO, () -> start(kept));
    }
    return new SendOutcome.Accepted(kept.providerId());
  }

  private void start(SimulatorMessage message) {
    report(message, DeliveryState.QUEUED);
    later.run(TO_SENT.plus(faults(message).delay()), () -> step(message.id()));
  }

  /// Moves a text of ours one state on: queued, sent, then delivered or failed. A phone that is off
  /// keeps it waiting.
  private void step(UUID id) {
    var message = store.message(id).orElseThrow();
    var faults = faults(message);
    switch (message.state()) {
      case QUEUED -> {
        arrive(message, DeliveryState.SENT, "");
        later.run(TO_DELIVERED.plus(faults.delay()), () -> step(id));
      }
      case SENT -> {
        if (faults.fail()) {
          arrive(message, DeliveryState.FAILED, "Failed on the way, as set.");
        } else if (!faults.off()) {
          arrive(message, DeliveryState.DELIVERED, "");
        }
      }
      case DELIVERED, UNDELIVERED, FAILED -> {}
    }
  }

  /// A phone that has been switched on gets what waited for it.
  void phoneIsOn(SimulatorPhone phone) {
    store.unfinished(clock.instant()).stream()
        .filter(m -> m.organization().equals(phone.organization()))
        .filter(m -> m.phone().equals(phone.number()) && m.direction() == Direction.TO_PHONE)
        .filter(m -> m.state() == DeliveryState.SENT)
        .forEach(m -> later.run(Duration.ZERO, () -> step(m.id())));
  }

  private void arrive(SimulatorMessage message, DeliveryState state, String note) {
    if (move(message.id(), state, note)) {
      report(message, state);
    }
  }

  private boolean move(UUID id, DeliveryState state, String note) {
    var moved = store.move(id, state, note);
    bell.ring();
    return moved;
  }

  /// Only texts that were sent have somebody who waits for receipts; replies have not.
  private void report(SimulatorMessage message, DeliveryState state) {
    if (message.key().isPresent()) {
      var error =
          state == DeliveryState.FAILED ? Optional.of(UNREACHABLE) : Optional.<String>empty();
      door.delivered(new DeliveryReport(SimulatorCarrier.KIND, message.providerId(), state, error));
    }
  }

  private SimulatorMessage toPhone(
      OrganizationId organization,
      OutboundText text,
      DeliveryState state,
      String note,
      Optional<UUID> key) {
    return new SimulatorMessage(
        ids.get(),
        organization,
        text.to(),
        text.from(),
        Direction.TO_PHONE,
        text.body(),
        state,
        note,
        key,
        clock.instant(),
        0);
  }

  private Faults faults(SimulatorMessage message) {
    return store
        .phone(message.organization(), message.phone())
        .map(SimulatorPhone::faults)
        .orElse(Faults.NONE);
  }
}
