package dev.wayfare.flow;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.step.TextOnce;
import dev.wayfare.flow.time.Hours;
import dev.wayfare.flow.time.Zones;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An application as its builder wrote it: read once, checked, never changed.
///
/// `voice` is who speaks on calls where nothing else is said, `timeZone` an IANA name for moments
/// nobody else has a zone for, `hours` its calendars of opening hours. `troubleAnswers` is what a
/// channel says when something erred and nobody caught it. `document` is the tree it was read from,
/// `references` every name in it that points to something else.
public record App(
    String name,
    String title,
    Map<String, Variable> variables,
    Map<String, Variable> profileValues,
    Map<String, Trigger> triggers,
    Map<String, Flow> flows,
    Map<String, RecordType> recordTypes,
    Map<Channel, Template> troubleAnswers,
    Verb.Voice voice,
    String timeZone,
    Map<String, Hours> hours,
    Theme theme,
    Tree.Branch document,
    List<Reference> references) {

  /// The text trigger, if the app answers texts. There is at most one.
  public Optional<Trigger.Texted> texted() {
    return triggers.values().stream()
        .filter(Trigger.Texted.class::isInstance)
        .map(Trigger.Texted.class::cast)
        .findFirst();
  }

  /// The time zone of moments nobody else has a zone for.
  public ZoneId zone() {
    return Zones.of(timeZone).orElse(ZoneOffset.UTC);
  }

  /// The triggers by the calendar.
  public List<Trigger.Scheduled> schedules() {
    return triggers.values().stream()
        .filter(Trigger.Scheduled.class::isInstance)
        .map(Trigger.Scheduled.class::cast)
        .toList();
  }

  /// The call trigger, if the app takes calls. There is at most one.
  public Optional<Trigger.Called> called() {
    return triggers.values().stream()
        .filter(Trigger.Called.class::isInstance)
        .map(Trigger.Called.class::cast)
        .findFirst();
  }

  private static boolean texts(Flow flow) {
    return flow.channel() == Channel.TEXT
        || flow.steps().values().stream().anyMatch(TextOnce.class::isInstance);
  }

  /// The triggers programs call, by name.
  public List<Trigger.Requested> requested() {
    return triggers.values().stream()
        .filter(Trigger.Requested.class::isInstance)
        .map(Trigger.Requested.class::cast)
        .toList();
  }

  /// What this app needs from outside, from its content.
  public List<Slot> slots() {
    var slots = new ArrayList<Slot>();
    if (flows.values().stream().anyMatch(App::texts)) {
      slots.add(new Slot("text", Slot.Kind.TEXT));
    }
    if (flows.values().stream().anyMatch(flow -> flow.channel() == Channel.VOICE)) {
      slots.add(new Slot("voice", Slot.Kind.VOICE));
    }
    for (var trigger : triggers.values()) {
      if (trigger instanceof Trigger.Visited) {
        slots.add(new Slot(trigger.name(), Slot.Kind.WEB));
      }
    }
    if (flows.values().stream().anyMatch(flow -> flow.channel() == Channel.WEB)) {
      slots.add(new Slot("journey links", Slot.Kind.LINKS));
    }
    flows.values().stream()
        .flatMap(flow -> flow.steps().values().stream())
        .flatMap(step -> step.slot().stream())
        .distinct()
        .forEach(slots::add);
    return List.copyOf(slots);
  }
}
