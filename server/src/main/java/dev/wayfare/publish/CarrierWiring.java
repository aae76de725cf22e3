package dev.wayfare.publish;

import dev.wayfare.app.Slots;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Wiring;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// Makes carriers post to us what comes in to a release's numbers. What stood there before is
/// remembered before anything is changed, and put back when the publish fails, when the app is
/// taken down, or when it no longer has the number. Texts and calls of a number are wired by
/// themselves.
final class CarrierWiring implements Preparation {
  private final LiveReleases live;
  private final WiringStore store;
  private final List<Carrier> carriers;
  private final InstantSource clock;

  CarrierWiring(LiveReleases live, WiringStore store, List<Carrier> carriers, InstantSource clock) {
    this.live = live;
    this.store = store;
    this.carriers = List.copyOf(carriers);
    this.clock = clock;
  }

  /// A number that a release is bound to, with the slot of each line it uses.
  private record Used(UUID resource, PhoneNumber number, Map<Line, String> lines) {}

  @Override
  public List<Finding> prepare(Candidate candidate, Consumer<String> said) {
    var findings = new ArrayList<Finding>();
    for (var used : numbers(candidate.manifest().bindings())) {
      at(used.number()).ifPresent(place -> findings.addAll(wire(candidate, used, place, said)));
    }
    return findings;
  }

  /// What stands in the way of wiring the numbers, as far as carriers say it without being told to.
  List<Finding> look(Outside outside) {
    return numbers(outside.bindings()).stream()
        .flatMap(
            used ->
                at(used.number())
                    .flatMap(place -> trouble(outside, used, read(used, place)))
                    .stream())
        .toList();
  }

  private static List<Used> numbers(Map<String, Bound> bindings) {
    var numbers = new TreeMap<String, Used>();
    bindings.forEach(
        (slot, bound) -> {
          if (bound instanceof Bound.Phone(var id, var address)) {
            numbers
                .computeIfAbsent(
                    address, _ -> new Used(id, new PhoneNumber(address), new EnumMap<>(Line.class)))
                .lines()
                .put(slot.equals(Slots.VOICE) ? Line.CALL : Line.TEXT, slot);
          }
        });
    return List.copyOf(numbers.values());
  }

  /// Where a number is told what to do; empty for carriers that need no telling.
  private Optional<Place> at(PhoneNumber number) {
    return live.account(number)
        .flatMap(
            account ->
                Carrier.of(account.kind(), carriers)
                    .flatMap(Carrier::wiring)
                    .map(wiring -> new Place(wiring, account)));
  }

  private record Place(Wiring wiring, CarrierAccount account) {}

  private static Wiring.Read read(Used used, Place place) {
    return place.wiring().read(used.number(), place.account());
  }

  private List<Finding> wire(Candidate candidate, Used used, Place place, Consumer<String> said) {
    var read = read(used, place);
    var trouble = trouble(candidate.outside(), used, read);
    return trouble.isEmpty() && read instanceof Wiring.Read.Settings(var now, _)
        ? set(candidate, used, place, now, said)
        : trouble.stream().toList();
  }

  private static Optional<Finding> trouble(Outside outside, Used used, Wiring.Read read) {
    var number = used.number().e164();
    return switch (read) {
      case Wiring.Read.Missing() ->
          Optional.of(
              broken(
                  Finding.Code.NUMBER_NOT_IN_ACCOUNT,
                  outside,
                  used,
                  "The carrier's account has no number %s.".formatted(number),
                  "Register the number with the account that owns it, or bind another."));
      case Wiring.Read.Failed(var why) -> Optional.of(unreadable(outside, used, why));
      case Wiring.Read.Settings(_, var lines) ->
          used.lines().keySet().stream()
              .filter(it -> !lines.contains(it))
              .findFirst()
              .map(
                  it ->
                      broken(
                          Finding.Code.SLOT_WRONG_CAPABILITY,
                          outside,
                          used,
                          "The carrier says that %s takes no %ss.".formatted(number, it.word()),
                          "Bind a number that does."));
    };
  }

  private List<Finding> set(
      Candidate candidate, Used used, Place place, Map<String, String> now, Consumer<String> said) {
    var wanted = new TreeMap<String, String>();
    for (var line : used.lines().keySet()) {
      var own = place.wiring().wanted(used.number(), line);
      var missing =
          own.entrySet().stream()
              .anyMatch(it -> !it.getValue().equals(now.getOrDefault(it.getKey(), "")));
      if (missing) {
        var before = new TreeMap<String, String>();
        own.keySet().forEach(name -> before.put(name, now.getOrDefault(name, "")));
        store.remember(
            candidate.release(),
            candidate.deployment(),
            used.resource(),
            line,
            before,
            clock.instant());
        wanted.putAll(own);
      }
    }
    var number = used.number().e164();
    if (wanted.isEmpty()) {
      said.accept("The carrier posts %s to us already.".formatted(number));
      return List.of();
    }
    return switch (place.wiring().set(used.number(), wanted, place.account())) {
      case Wiring.Outcome.Done() -> {
        said.accept("The carrier now posts %s to us.".formatted(number));
        yield List.of();
      }
      case Wiring.Outcome.Failed(var why) -> List.of(unreadable(candidate.outside(), used, why));
    };
  }

  private static Finding unreadable(Outside outside, Used used, String why) {
    return broken(
        Finding.Code.WIRING_REFUSED,
        outside,
        used,
        "The carrier did not let us set where %s is posted to: %s"
            .formatted(used.number().e164(), why),
        "Look at the connected account's credentials, and publish again.");
  }

  private static Finding broken(
      Finding.Code code, Outside outside, Used used, String text, String wayOut) {
    var slot = used.lines().values().iterator().next();
    return Finding.error(code, outside.place(slot), text, wayOut);
  }

  @Override
  public List<Finding> undo(Candidate candidate, Consumer<String> said) {
    var left = putBack(store.by(candidate.release()), said);
    store.forget(candidate.release());
    return left;
  }

  /// Puts back what the deployment changed on lines that `keep` does not have any more.
  List<Finding> release(UUID deployment, Map<String, Bound> keep, Consumer<String> said) {
    var gone = store.before(deployment).stream().filter(it -> !uses(keep, it)).toList();
    var left = putBack(gone, said);
    gone.forEach(it -> store.forgetLine(deployment, it.resource(), it.line()));
    return left;
  }

  private static boolean uses(Map<String, Bound> bindings, WiringStore.Changed changed) {
    return bindings.entrySet().stream()
        .anyMatch(
            it ->
                it.getValue() instanceof Bound.Phone(var id, _)
                    && id.equals(changed.resource())
                    && (it.getKey().equals(Slots.VOICE) == (changed.line() == Line.CALL)));
  }

  private List<Finding> putBack(List<WiringStore.Changed> changes, Consumer<String> said) {
    var left = new ArrayList<Finding>();
    for (var change : changes) {
      var number = new PhoneNumber(change.address());
      at(number)
          .ifPresent(
              place -> {
                switch (place.wiring().set(number, change.before(), place.account())) {
                  case Wiring.Outcome.Done() ->
                      said.accept(
                          "The carrier posts the %ss of %s as before."
                              .formatted(change.line().word(), change.address()));
                  case Wiring.Outcome.Failed(var why) ->
                      left.add(
                          Finding.error(
                              Finding.Code.WIRING_NOT_PUT_BACK,
                              "resources/" + change.address(),
                              "Where the carrier posts the %ss of %s could not be put back: %s"
                                  .formatted(change.line().word(), change.address(), why),
                              "Set it at the carrier: " + change.before()));
                }
              });
    }
    return left;
  }
}
