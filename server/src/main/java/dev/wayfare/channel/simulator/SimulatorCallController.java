package dev.wayfare.channel.simulator;

import static dev.wayfare.channel.simulator.SimulatorController.noSuchPhone;
import static dev.wayfare.channel.simulator.SimulatorController.plus;
import static dev.wayfare.channel.simulator.SimulatorController.problem;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.simulator.SimulatorCallViews.CallView;
import dev.wayfare.channel.simulator.SimulatorCallViews.Digits;
import dev.wayfare.channel.simulator.SimulatorCallViews.NewCall;
import dev.wayfare.channel.simulator.SimulatorCallViews.Speech;
import dev.wayfare.channel.simulator.SimulatorCalls.Done;
import dev.wayfare.channel.simulator.SimulatorViews.Items;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.http.Caller;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The simulator's part of the API that is about calls.
@RestController
@RequestMapping("/api/v1/simulator")
final class SimulatorCallController {

  private static final int NEWEST = 50;
  private static final int LONGEST_SPEECH = 1600;
  private static final Pattern KEYS = Pattern.compile("[0-9*#]{1,64}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final SimulatorCalls calls;
  private final SimulatorCallStore store;
  private final SimulatorStore phones;

  SimulatorCallController(SimulatorCalls calls, SimulatorCallStore store, SimulatorStore phones) {
    this.calls = calls;
    this.store = store;
    this.phones = phones;
  }

  /// The calls that ring or go.
  @GetMapping("/calls")
  Items<CallView> open(Caller caller) {
    return new Items<>(store.open(caller.organization()).stream().map(CallView::of).toList());
  }

  @GetMapping("/phones/{number}/calls")
  ResponseEntity<?> ofPhone(Caller caller, @PathVariable String number) {
    var phone =
        PhoneNumber.parse(plus(number)).flatMap(n -> phones.phone(caller.organization(), n));
    if (phone.isEmpty()) {
      return noSuchPhone();
    }
    var newest = store.ofPhone(caller.organization(), phone.get().number(), NEWEST);
    return ResponseEntity.ok(new Items<>(newest.stream().map(CallView::of).toList()));
  }

  @PostMapping("/phones/{number}/calls")
  ResponseEntity<?> dial(Caller caller, @PathVariable String number, @RequestBody NewCall wish) {
    var phone = PhoneNumber.parse(plus(number));
    var to = Optional.ofNullable(wish.to()).flatMap(PhoneNumber::parse);
    if (phone.isEmpty()) {
      return noSuchPhone();
    }
    return to.isEmpty()
        ? problem(422, "A call goes to a phone number: a plus and 7 to 15 digits.")
        : answer(calls.dial(caller.organization(), phone.get(), to.get()), 201);
  }

  @GetMapping("/calls/{id}")
  ResponseEntity<?> call(Caller caller, @PathVariable String id) {
    return find(caller, id)
        .<ResponseEntity<?>>map(call -> ResponseEntity.ok(CallView.of(call)))
        .orElseGet(SimulatorCallController::noSuchCall);
  }

  /// What the person says; no text at all is silence.
  @PostMapping("/calls/{id}/speech")
  ResponseEntity<?> speech(Caller caller, @PathVariable String id, @RequestBody Speech wish) {
    var words = Optional.ofNullable(wish.text()).map(text -> text.replace("\u0000", "").strip());
    return words.orElse("").length() > LONGEST_SPEECH
        ? problem(422, "What is said has at most " + LONGEST_SPEECH + " letters.")
        : act(caller, id, call -> calls.speak(call, words.orElse("")));
  }

  @PostMapping("/calls/{id}/digits")
  ResponseEntity<?> digits(Caller caller, @PathVariable String id, @RequestBody Digits wish) {
    var keys = Optional.ofNullable(wish.digits()).orElse("");
    return KEYS.matcher(keys).matches()
        ? act(caller, id, call -> calls.press(call, keys))
        : problem(422, "A keypad has the keys 0 to 9, * and #; at most 64 are pressed at once.");
  }

  @PostMapping("/calls/{id}/{act}")
  ResponseEntity<?> act(Caller caller, @PathVariable String id, @PathVariable String act) {
    return switch (act) {
      case "answer" -> act(caller, id, call -> calls.answer(call, false));
      case "machine" -> act(caller, id, call -> calls.answer(call, true));
      case "refuse" -> act(caller, id, call -> calls.refuse(call, CallEnd.BUSY));
      case "no_answer" -> act(caller, id, call -> calls.refuse(call, CallEnd.NO_ANSWER));
      case "fail" -> act(caller, id, call -> calls.refuse(call, CallEnd.FAILED));
      case "hang_up" -> act(caller, id, calls::hangUp);
      default ->
          problem(
              404,
              "On a call one can answer, machine, refuse, no_answer, fail, hang_up, speech and"
                  + " digits.");
    };
  }

  private ResponseEntity<?> act(Caller caller, String id, Function<UUID, Done> act) {
    return find(caller, id)
        .<ResponseEntity<?>>map(call -> answer(act.apply(call.id()), 200))
        .orElseGet(SimulatorCallController::noSuchCall);
  }

  private Optional<SimulatorCall> find(Caller caller, String id) {
    return Optional.of(id)
        .filter(it -> ID.matcher(it).matches())
        .flatMap(it -> store.call(caller.organization(), UUID.fromString(it)));
  }

  private static ResponseEntity<?> answer(Done done, int status) {
    return switch (done) {
      case Done.Taken(var call) -> ResponseEntity.status(status).body(CallView.of(call));
      case Done.NoSuchPhone() -> noSuchPhone();
      case Done.NoSuchCall() -> noSuchCall();
      case Done.PhoneOff() ->
          problem(409, "The phone is switched off. Switch it on to make calls.");
      case Done.OnACall() -> problem(409, "The phone is on a call already. Hang up first.");
      case Done.NotNow(var why) -> problem(409, why);
      case Done.NoSuchNumber(var number) ->
          problem(
              422,
              "No number of your organization is "
                  + number
                  + ". Phones of the simulator call its own numbers.");
      case Done.RealCarrier(var kind) ->
          problem(
              422,
              "That number belongs to a "
                  + kind
                  + " account. Simulator phones reach simulator numbers only.");
    };
  }

  private static ResponseEntity<?> noSuchCall() {
    return problem(404, "No phone of the simulator has had that call.");
  }
}
