package dev.wayfare.flow.json;

import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Trigger.OpenJourney;
import dev.wayfare.flow.shape.Fields;
import dev.wayfare.flow.shape.Variants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The types of trigger and how each is read.
final class Triggers {
  static final Variants<Trigger> VARIANTS =
      new Variants<>(
          "trigger",
          Code.FIELD_WRONG,
          readers(),
          Map.of(
              "text", "An incoming text starts a journey, or meets the open one.",
              "call", "An incoming call starts a journey, or meets the open one.",
              "web", "A visit to a starting link starts a journey.",
              "schedule", "A moment by the calendar starts a journey without a contact.",
              "api", "A request of a program starts a journey, or meets the open one."));

  private Triggers() {}

  private static Map<String, Function<Fields, ? extends Trigger>> readers() {
    var readers = new LinkedHashMap<String, Function<Fields, ? extends Trigger>>();
    readers.put("text", Triggers::texted);
    readers.put("call", Triggers::called);
    readers.put("web", Triggers::visited);
    readers.put("schedule", Triggers::scheduled);
    readers.put("api", Requesting::read);
    return readers;
  }

  private static Trigger texted(Fields in) {
    var flow = in.starts("flow", "The text flow it starts.");
    var open =
        in.choice(
            "open_journey",
            OpenJourney.class,
            OpenJourney.CONTINUE,
            "What a text does when the contact has an open journey.");
    var busy = in.word("busy", "", "What is answered when `open_journey` is `reject`.");
    if (open == OpenJourney.REJECT && busy.isBlank()) {
      in.problem(
          Code.FIELD_MISSING,
          "busy",
          "A text that meets an open journey is rejected without an answer.",
          "Add `busy:` with what the person is told.");
    }
    return new Trigger.Texted(in.key(), flow, open, busy);
  }

  private static Trigger called(Fields in) {
    var flow = in.starts("flow", "The voice flow it starts.");
    var open =
        in.choice(
            "open_journey",
            Trigger.OpenCall.class,
            Trigger.OpenCall.CONTINUE,
            "What a call does when the caller has an open journey.");
    var busy = in.word("busy", "", "What the caller hears when `open_journey` is `busy`.");
    var hungUp = in.maybeStarts("hung_up", "A flow that runs once the call is over.");
    return new Trigger.Called(in.key(), flow, open, busy, hungUp);
  }

  private static Trigger scheduled(Fields in) {
    return new Trigger.Scheduled(
        in.key(),
        in.starts("flow", "The data flow it starts. Nobody is there to talk to."),
        TimeFields.cron(in, "cron", "When: minute, hour, day of month, month, day of week."),
        TimeFields.zone(in, "time_zone", "The time zone of `cron`; the app's when left out."),
        in.choice(
            "missed",
            Trigger.Missed.class,
            Trigger.Missed.ONCE,
            "What happens to moments at which no server was there."),
        in.inputs("flow", "with", "Inputs of the flow by name."));
  }

  private static Trigger visited(Fields in) {
    return new Trigger.Visited(
        in.key(),
        in.starts("flow", "The web flow it starts."),
        in.word("title", "", "What the starting link is called in the studio."));
  }
}
