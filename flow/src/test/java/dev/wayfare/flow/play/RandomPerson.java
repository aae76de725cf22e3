package dev.wayfare.flow.play;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.page.PageView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Somebody who does anything: writes what is expected and what is not, fills in pages rightly,
/// wrongly and twice, on one channel and the other, and lets time pass.
public final class RandomPerson {
  private static final List<String> SAID =
      List.of(
          "w0",
          "w1",
          "1",
          "2",
          "yes",
          "no",
          "3.5",
          "tomorrow",
          "2026-12-24",
          "ada@example.com",
          "+1 202 555 0142",
          "14:30",
          "",
          "  ",
          "😀 {{ x }}",
          "-1",
          "1,234");
  private static final List<String> TYPED =
      List.of(
          "",
          "x",
          "-1",
          "1e9",
          "99999999999999999999",
          "2026-02-30",
          "true",
          "one",
          "25:00",
          "a|b|c|1",
          "\u0000\ud800",
          "null",
          "{{ now }}",
          "M 0 0");
  private final Random random;

  public RandomPerson(Random random) {
    this.random = random;
  }

  /// What happens next, and when.
  public record Act(Input input, Instant at) {}

  public Act act(Journey journey, Optional<PageView> page, Instant now) {
    var later = now.plus(Duration.ofSeconds(random.nextInt(600)));
    if (!journey.asked().isEmpty() && random.nextBoolean()) {
      return new Act(answer(journey), later);
    }
    if (random.nextInt(journey.onCall() ? 2 : 8) == 0) {
      return new Act(onCall(), now.plus(Duration.ofSeconds(random.nextInt(10))));
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new Act(new Input.Text(pick(SAID)), later);
      case 3 ->
          new Act(
              new Input.Visited(pick(List.of("open", "again", "gone")), Values.object("q", "1")),
              later);
      case 4, 5, 6, 7 ->
          page.map(shown -> new Act(sent(shown), later))
              .orElseGet(() -> new Act(new Input.Text(pick(SAID)), later));
      case 8, 9, 10 -> timer(journey, later);
      default ->
          random.nextInt(15) == 0
              ? new Act(new Input.Expired(), journey.expires())
              : new Act(
                  new Input.Submitted("1-old", Map.of("x", List.of("y")), Optional.empty()), later);
    };
  }

  /// What the world outside says: yes to anything, no, or something odd.
  private Input answer(Journey journey) {
    var key = journey.asked().keySet().stream().sorted().findFirst().orElse("");
    var outcome =
        switch (random.nextInt(4)) {
          case 0 -> new Outcome.Failed("HTTP_TOO_SLOW", "it did not answer");
          case 1 -> new Outcome.Done(Map.of());
          default ->
              new Outcome.Done(
                  Values.object(
                      "id",
                      "f2",
                      "status",
                      random.nextInt(3) == 0 ? 500d : 200d,
                      "headers",
                      Map.of(),
                      "body",
                      pick(TYPED),
                      "count",
                      1d,
                      "more",
                      false,
                      "items",
                      List.of(Map.of("name", "x"))));
        };
    return new Input.Answered(
        random.nextInt(10) == 0 ? "gone" : key, outcome, random.nextBoolean());
  }

  private Input onCall() {
    var ends = Input.CallEnd.values();
    return switch (random.nextInt(12)) {
      case 0, 1 -> new Input.Called(random.nextInt(10) == 0 ? "gone" : "called");
      case 2, 3, 4 -> new Input.Spoken(pick(SAID), "");
      case 5 -> new Input.Spoken("", pick(List.of("1", "2", "0", "4711", "*", "20261224")));
      case 6 -> Input.Spoken.NOTHING;
      case 7, 8 -> new Input.Held();
      case 9 -> new Input.Forwarded(ends[random.nextInt(ends.length)]);
      case 10 -> new Input.PickedUp(random.nextInt(3) == 0);
      default -> new Input.HungUp(ends[random.nextInt(ends.length)], Duration.ofSeconds(7));
    };
  }

  /// The timer that is due first, or one that was never set.
  private Act timer(Journey journey, Instant later) {
    return journey.timers().entrySet().stream()
        .min(
            Map.Entry.<String, Timer>comparingByValue(java.util.Comparator.comparing(Timer::at))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            due ->
                new Act(
                    new Input.TimerFired(due.getKey(), due.getValue().at()),
                    due.getValue().at().isAfter(later) ? due.getValue().at() : later))
        .orElseGet(() -> new Act(new Input.TimerFired("never", later), later));
  }

  private Input sent(PageView page) {
    var fields =
        new LinkedHashMap<>(
            Filled.in(page, LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC).plusYears(57)));
    fields.replaceAll(
        (_, values) -> random.nextInt(5) == 0 ? List.of(pick(TYPED), pick(TYPED)) : values);
    if (random.nextInt(6) == 0) {
      fields.clear();
    }
    return new Input.Submitted(page.token(), fields, button(page));
  }

  private Optional<String> button(PageView page) {
    var buttons = new java.util.ArrayList<String>(List.of("_back", "nobody"));
    page.controls().forEach(control -> buttons(control, buttons));
    return random.nextInt(3) == 0 ? Optional.of(pick(buttons)) : Optional.empty();
  }

  private static void buttons(dev.wayfare.flow.page.ControlView control, List<String> found) {
    if (control.type().equals("button")) {
      found.add(control.id());
    }
    for (var attribute : List.of("add", "remove")) {
      if (!control.attribute(attribute).isEmpty()) {
        found.add(control.attribute(attribute));
      }
    }
    control.children().forEach(child -> buttons(child, found));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
