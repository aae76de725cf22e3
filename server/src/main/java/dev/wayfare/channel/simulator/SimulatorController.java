package dev.wayfare.channel.simulator;

import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.simulator.Simulator.Typed;
import dev.wayfare.channel.simulator.SimulatorViews.Items;
import dev.wayfare.channel.simulator.SimulatorViews.MessageView;
import dev.wayfare.channel.simulator.SimulatorViews.NewPhone;
import dev.wayfare.channel.simulator.SimulatorViews.NewText;
import dev.wayfare.channel.simulator.SimulatorViews.NumberView;
import dev.wayfare.channel.simulator.SimulatorViews.PhoneChange;
import dev.wayfare.channel.simulator.SimulatorViews.PhoneView;
import dev.wayfare.channel.simulator.SimulatorViews.ThreadView;
import dev.wayfare.http.Caller;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The simulator's part of the API.
@RestController
@RequestMapping("/api/v1/simulator")
final class SimulatorController {

  private static final int MOST_MESSAGES = 200;
  private static final int LONGEST_TEXT = 1600;
  private static final int LONGEST_NAME = 40;

  private final Simulator simulator;
  private final SimulatorStore store;
  private final LiveNumbers numbers;

  SimulatorController(Simulator simulator, SimulatorStore store, LiveNumbers numbers) {
    this.simulator = simulator;
    this.store = store;
    this.numbers = numbers;
  }

  @GetMapping("/numbers")
  Items<NumberView> numbers(Caller caller) {
    return new Items<>(NumberView.of(numbers, caller.organization()));
  }

  @GetMapping("/phones")
  Items<PhoneView> phones(Caller caller) {
    return new Items<>(store.phones(caller.organization()).stream().map(PhoneView::of).toList());
  }

  @PostMapping("/phones")
  ResponseEntity<?> add(Caller caller, @RequestBody NewPhone wish) {
    var written = Optional.ofNullable(wish.number()).filter(n -> !n.isBlank());
    var number =
        written
            .map(PhoneNumber::parse)
            .orElseGet(() -> Optional.of(simulator.freeNumber(caller.organization())));
    var name = Optional.ofNullable(wish.name()).map(String::strip).filter(n -> !n.isEmpty());
    if (number.isEmpty()) {
      return problem(422, "A phone number is a plus and 7 to 15 digits, as in +15550142.");
    }
    if (name.isPresent() && name.get().length() > LONGEST_NAME) {
      return problem(422, "A phone's name has at most " + LONGEST_NAME + " letters.");
    }
    return simulator
        .add(caller.organization(), number.get(), name.orElse("Phone"))
        .<ResponseEntity<?>>map(p -> ResponseEntity.status(201).body(PhoneView.of(p)))
        .orElseGet(
            () -> problem(409, "A phone with the number " + number.get() + " is here already."));
  }

  @PatchMapping("/phones/{number}")
  ResponseEntity<?> change(
      Caller caller, @PathVariable String number, @RequestBody PhoneChange wish) {
    var phone = find(caller, number);
    if (phone.isEmpty()) {
      return noSuchPhone();
    }
    var old = phone.get().faults();
    var delay = Optional.ofNullable(wish.delayMs()).map(Duration::ofMillis).orElse(old.delay());
    if (delay.isNegative() || delay.compareTo(Faults.LONGEST_DELAY) > 0) {
      return problem(422, "A delay is 0 to 60000 ms.");
    }
    var reasons = Stream.of(RefusalReason.values()).map(SimulatorViews::word).toList();
    var refuse =
        Optional.ofNullable(wish.refuse())
            .orElse(old.refuse().map(SimulatorViews::word).orElse(""));
    if (!refuse.isEmpty() && !reasons.contains(refuse)) {
      return problem(422, "A reason to refuse is one of " + String.join(", ", reasons) + ".");
    }
    var name = Optional.ofNullable(wish.name()).map(String::strip).orElse(phone.get().name());
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return problem(422, "A phone's name has 1 to " + LONGEST_NAME + " letters.");
    }
    var faults =
        new Faults(
            delay,
            Optional.of(refuse).filter(r -> !r.isEmpty()).map(SimulatorController::reason),
            Optional.ofNullable(wish.fail()).orElse(old.fail()),
            Optional.ofNullable(wish.duplicate()).orElse(old.duplicate()),
            Optional.ofNullable(wish.off()).orElse(old.off()));
    simulator.change(phone.get().named(name).with(faults));
    return ResponseEntity.ok(PhoneView.of(find(caller, number).orElseThrow()));
  }

  @GetMapping("/phones/{number}/threads")
  ResponseEntity<?> threads(Caller caller, @PathVariable String number) {
    return find(caller, number)
        .<ResponseEntity<?>>map(
            phone ->
                ResponseEntity.ok(
                    new Items<>(
                        store.threads(phone.organization(), phone.number()).stream()
                            .map(ThreadView::of)
                            .toList())))
        .orElseGet(SimulatorController::noSuchPhone);
  }

  @GetMapping("/phones/{number}/messages")
  ResponseEntity<?> messages(
      Caller caller,
      @PathVariable String number,
      @RequestParam String other,
      @RequestParam(defaultValue = "0") long after) {
    var phone = find(caller, number);
    var with = PhoneNumber.parse(plus(other));
    if (phone.isEmpty() || with.isEmpty()) {
      return noSuchPhone();
    }
    var thread =
        store.thread(caller.organization(), phone.get().number(), with.get(), after, MOST_MESSAGES);
    return ResponseEntity.ok(new Items<>(thread.stream().map(MessageView::of).toList()));
  }

  @PostMapping("/phones/{number}/texts")
  ResponseEntity<?> text(Caller caller, @PathVariable String number, @RequestBody NewText wish) {
    var phone = PhoneNumber.parse(plus(number));
    var to = Optional.ofNullable(wish.to()).flatMap(PhoneNumber::parse);
    var body = Optional.ofNullable(wish.body()).map(b -> b.replace("\u0000", "")).orElse("");
    if (phone.isEmpty()) {
      return noSuchPhone();
    }
    if (to.isEmpty()) {
      return problem(422, "A text goes to a phone number: a plus and 7 to 15 digits.");
    }
    if (body.isBlank() || body.length() > LONGEST_TEXT) {
      return problem(422, "A text has 1 to " + LONGEST_TEXT + " letters.");
    }
    return switch (simulator.text(caller.organization(), phone.get(), to.get(), body)) {
      case Typed.Taken(var message) -> ResponseEntity.status(201).body(MessageView.of(message));
      case Typed.NoSuchPhone() -> noSuchPhone();
      case Typed.PhoneOff() ->
          problem(409, "The phone is switched off. Switch it on to send texts.");
      case Typed.NoSuchNumber() ->
          problem(
              422,
              "No number of your organization is "
                  + to.get()
                  + ". Phones of the simulator text its own numbers.");
      case Typed.RealCarrier(var kind) ->
          problem(
              422,
              "That number belongs to a "
                  + kind
                  + " account. Simulator phones reach simulator numbers only.");
    };
  }

  private Optional<SimulatorPhone> find(Caller caller, String number) {
    return PhoneNumber.parse(plus(number)).flatMap(n -> store.phone(caller.organization(), n));
  }

  /// A plus in an address often arrives as a space.
  static String plus(String number) {
    return "+" + number.strip().replace("+", "");
  }

  private static RefusalReason reason(String word) {
    return RefusalReason.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static ResponseEntity<?> noSuchPhone() {
    return problem(404, "No phone of the simulator has that number.");
  }

  static ResponseEntity<?> problem(int status, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail);
    return ResponseEntity.status(status).body(problem);
  }
}
