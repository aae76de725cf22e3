package dev.wayfare.flow;

import dev.wayfare.flow.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An application as its builder wrote it: read once, checked, never changed.
///
/// `troubleAnswers` is what a channel says when something erred and nobody caught it. `document` is
/// the tree it was read from, `references` every name in it that points to something else.
public record App(
    String name,
    String title,
    Map<String, Variable> variables,
    Map<String, Variable> profileValues,
    Map<String, Trigger> triggers,
    Map<String, Flow> flows,
    Map<Channel, Template> troubleAnswers,
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

  /// What this app needs from outside, from its content.
  public List<Slot> slots() {
    var slots = new ArrayList<Slot>();
    if (flows.values().stream().anyMatch(flow -> flow.channel() == Channel.TEXT)) {
      slots.add(new Slot("text", Slot.Kind.TEXT));
    }
    for (var trigger : triggers.values()) {
      if (trigger instanceof Trigger.Visited) {
        slots.add(new Slot(trigger.name(), Slot.Kind.WEB));
      }
    }
    if (flows.values().stream().anyMatch(flow -> flow.channel() == Channel.WEB)) {
      slots.add(new Slot("journey links", Slot.Kind.LINKS));
    }
    return List.copyOf(slots);
  }
}
