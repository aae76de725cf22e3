package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody on a call, with a carrier in between that hands everything on to the server's door as
/// every adapter does.
final class Handset {
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final String CARRIER = "twilio";

  private final String from;
  private final String providerId;
  private final Optional<UUID> placed;
  private TestWorld world;
  private List<Verb> heard = List.of();
  private int step;

  Handset(TestWorld world, String from) {
    this(world, from, "CA" + CALLS.incrementAndGet(), Optional.empty());
  }

  /// The other end of a call that the server places.
  Handset(TestWorld world, String from, String providerId, Optional<UUID> placed) {
    this.world = world;
    this.from = from;
    this.providerId = providerId;
    this.placed = placed;
  }

  /// From now on another process of the installation answers.
  Handset movesTo(TestWorld other) {
    world = other;
    return this;
  }

  Handset dials() {
    return hears(ring());
  }

  CallReply ring() {
    return world
        .part(CallDoor.class)
        .rings(
            new InboundCall(
                CARRIER,
                providerId,
                providerId + ":0:rings",
                new PhoneNumber(from),
                new PhoneNumber(Builder.HOTLINE)));
  }

  /// The webhook of something that happens, under this key; posts it and nothing more.
  CallReply posts(String key, Input.OfCall what) {
    return world
        .part(CallDoor.class)
        .happened(new CallEvent(CARRIER, providerId, providerId + ":" + key, what, placed));
  }

  private Handset then(Input.OfCall what) {
    return hears(posts(++step + ":" + what.getClass().getSimpleName(), what));
  }

  private Handset hears(CallReply reply) {
    assertThat(reply).isInstanceOf(CallReply.Script.class);
    heard = ((CallReply.Script) reply).verbs();
    return this;
  }

  Handset says(String words) {
    return then(new Input.Spoken(words, ""));
  }

  Handset presses(String digits) {
    return then(new Input.Spoken("", digits));
  }

  Handset isSilent() {
    return then(Input.Spoken.NOTHING);
  }

  Handset waits() {
    return then(new Input.Held());
  }

  Handset comesBack(Input.CallEnd how) {
    return then(new Input.Forwarded(how));
  }

  Handset picksUp(boolean machine) {
    return then(new Input.PickedUp(machine));
  }

  void hangsUp(int seconds) {
    ends(Input.CallEnd.COMPLETED, seconds);
  }

  void ends(Input.CallEnd how, int seconds) {
    posts("end", new Input.HungUp(how, Duration.ofSeconds(seconds)));
  }

  List<Verb> heard() {
    return heard;
  }

  /// All that was said, also before it is listened.
  String words() {
    var said = new ArrayList<String>();
    collect(heard, said);
    return String.join(" ", said);
  }

  private static void collect(List<Verb> verbs, List<String> said) {
    for (var verb : verbs) {
      if (verb instanceof Verb.Speak(var text, _, _)) {
        said.add(text);
      }
      if (verb instanceof Verb.Listen(var prompts, _)) {
        collect(prompts, said);
      }
    }
  }

  /// How the call goes on.
  Verb last() {
    return heard.getLast();
  }
}
