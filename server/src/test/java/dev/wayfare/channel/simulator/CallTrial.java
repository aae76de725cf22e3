package dev.wayfare.channel.simulator;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.Proven;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A hotline behind the door of calls, which remembers what came in and keeps the runtime's
/// promises: the same key again gets the same reply.
///
/// Its menu: 1 or "parcel" asks for a secret PIN of four digits, 2 holds, 3 forwards to another
/// phone, 4 to a number elsewhere, anything else says goodbye.
class CallTrial implements CallDoor {

  static final String PHONE = "+15550142";
  static final String ELSEWHERE = "+15559999";
  private static final Verb.Voice VOICE = Verb.Voice.USUAL;

  final List<InboundCall> rung = new CopyOnWriteArrayList<>();
  final List<CallEvent> events = new CopyOnWriteArrayList<>();
  private final Map<String, CallReply> replies = new ConcurrentHashMap<>();

  @Override
  public CallReply rings(InboundCall call) {
    rung.add(call);
    return replies.computeIfAbsent(
        call.key(),
        _ ->
            switch (call.to().e164()) {
              case "+15550109" -> new CallReply.Closed("Nobody is here.");
              case "+15550108" -> script(new Verb.HangUp());
              default -> menu("Welcome to the parcel desk.");
            });
  }

  @Override
  public CallReply happened(CallEvent event) {
    events.add(event);
    return replies.computeIfAbsent(event.key(), _ -> reply(event.what()));
  }

  /// No release stands behind this door.
  @Override
  public Optional<Proven<CallReply>> prove(InboundCall call, String mark) {
    return Optional.empty();
  }

  CallReply reply(Input.OfCall what) {
    return switch (what) {
      case Input.Spoken(var speech, var digits) ->
          switch (speech.isEmpty() ? digits : speech.toLowerCase(Locale.ROOT)) {
            case "1", "parcel" -> listen("Please key in your PIN.", false, 4, true);
            case "2" -> script(say("One moment."), new Verb.Hold(Duration.ofSeconds(3)));
            case "3" -> script(new Verb.Forward(PHONE, Duration.ofSeconds(20)));
            case "4" -> script(new Verb.Forward(ELSEWHERE, Duration.ofSeconds(20)));
            case "" -> menu("I heard nothing.");
            default -> script(say("Goodbye."), new Verb.HangUp());
          };
      case Input.Held() -> menu("Thank you for waiting.");
      case Input.Forwarded(var how) -> menu("Back with you: " + how + ".");
      case Input.PickedUp(var byMachine) ->
          byMachine
              ? script(say("Please call us back."), new Verb.HangUp())
              : menu("Your parcel comes tomorrow.");
      case Input.HungUp _ -> script();
    };
  }

  List<Input.OfCall> heard() {
    return events.stream().map(CallEvent::what).toList();
  }

  static CallReply menu(String greeting) {
    return listen(greeting + " Press 1 for your parcel, or say what you need.", true, 1, false);
  }

  private static CallReply listen(String words, boolean speech, int digits, boolean secret) {
    var hearing =
        new Verb.Hearing(
            speech, true, digits, Duration.ofSeconds(5), List.of("parcel"), true, secret, "en-US");
    return script(new Verb.Listen(List.of(say(words)), hearing));
  }

  static CallReply script(Verb... verbs) {
    return new CallReply.Script(List.of(verbs));
  }

  static Verb say(String words) {
    return new Verb.Speak(words, VOICE);
  }
}
