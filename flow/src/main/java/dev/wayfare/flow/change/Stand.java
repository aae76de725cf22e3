package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Place;
import java.util.List;

/// Where a channel of a journey stands: the step that waits for the person or time. Counted by
/// place, it says how many people are where.
public record Stand(Channel channel, String flow, String step) {

  /// One for every channel on which something is open.
  public static List<Stand> of(Journey journey) {
    return journey.stacks().entrySet().stream()
        .filter(stack -> !stack.getValue().isEmpty())
        .map(
            stack -> {
              var top = stack.getValue().getLast();
              return new Stand(stack.getKey(), top.flow(), top.step());
            })
        .toList();
  }

  public Place place() {
    return spot().place();
  }

  MoveMap.Spot spot() {
    return new MoveMap.Spot(flow, step);
  }

  /// Whether this app has such a step.
  public boolean in(App app) {
    var found = app.flows().get(flow);
    return found != null && found.steps().containsKey(step);
  }
}
