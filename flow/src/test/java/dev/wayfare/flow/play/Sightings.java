package dev.wayfare.flow.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.Sheet;
import dev.wayfare.flow.step.StepTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What journeys really passed through: the types of the steps that ran, the types of the controls
/// that were to be seen, the exits that were taken (`ask.gave_up`), and the kinds of effects.
public final class Sightings {
  private static final Ways WAYS = new Ways();

  private final Set<String> steps = new TreeSet<>();
  private final Set<String> controls = new TreeSet<>();
  private final Set<String> exits = new TreeSet<>();
  private final Set<Kind> effects = new TreeSet<>();
  private final Set<Door> doors = new TreeSet<>();
  private final Set<String> entered = new TreeSet<>();

  /// The kinds of effects there are.
  public enum Kind {
    SEND_TEXT,
    SET_TIMER,
    DROP_TIMER,
    LOG,
    METRIC,
    INCIDENT,
    VOICE,
    PLACE_CALL,
    ASK,
    WEB_MOVED;

    static Kind of(Effect effect) {
      return switch (effect) {
        case Effect.SendText _ -> SEND_TEXT;
        case Effect.SetTimer _ -> SET_TIMER;
        case Effect.DropTimer _ -> DROP_TIMER;
        case Effect.Log _ -> LOG;
        case Effect.Metric _ -> METRIC;
        case Effect.Incident _ -> INCIDENT;
        case Effect.Voice _ -> VOICE;
        case Effect.PlaceCall _ -> PLACE_CALL;
        case Effect.Ask _ -> ASK;
        case Effect.WebMoved _ -> WEB_MOVED;
      };
    }
  }

  /// The kinds of triggers there are.
  public enum Door {
    TEXTED,
    CALLED,
    VISITED,
    SCHEDULED,
    REQUESTED;

    static Door of(Trigger trigger) {
      return switch (trigger) {
        case Trigger.Texted _ -> TEXTED;
        case Trigger.Called _ -> CALLED;
        case Trigger.Visited _ -> VISITED;
        case Trigger.Scheduled _ -> SCHEDULED;
        case Trigger.Requested _ -> REQUESTED;
      };
    }
  }

  /// The kinds of triggers that something came in by.
  public Set<Door> doors() {
    return doors;
  }

  void cameIn(Trigger trigger) {
    doors.add(Door.of(trigger));
  }

  public Set<String> steps() {
    return steps;
  }

  public Set<String> controls() {
    return controls;
  }

  public Set<String> exits() {
    return exits;
  }

  public Set<Kind> effects() {
    return effects;
  }

  /// The steps that ran, as `flow/step`.
  public Set<String> entered() {
    return entered;
  }

  /// Follows one journey of an app: `journey` is told whom to show its turns.
  public void follow(App app, Consumer<BiConsumer<Rehearsal, List<Turn>>> journey) {
    var last = new HashMap<String, String>();
    journey.accept(
        (play, turns) -> {
          for (var turn : turns) {
            turn.effects().forEach(effect -> effects.add(Kind.of(effect)));
            turn.trail().forEach(entry -> line(app, entry, last));
          }
          play.page().ifPresent(page -> page.controls().forEach(this::control));
        });
  }

  private void line(App app, TrailEntry entry, Map<String, String> last) {
    var flow = app.flows().get(entry.flow());
    var step = flow == null ? null : flow.steps().get(entry.step());
    if (flow == null || step == null) {
      return;
    }
    if (entry.what().equals("entered")) {
      steps.add(StepTypes.of(step).word());
      entered.add(entry.flow() + "/" + entry.step());
      exit(app, flow, last.get(entry.flow()), entry.step());
    }
    last.put(entry.flow(), entry.step());
  }

  /// Counts the exit that leads from one step to the other, where only one of them does.
  private void exit(App app, Flow flow, @Nullable String from, String to) {
    if (from == null || !flow.steps().containsKey(from)) {
      return;
    }
    var word = StepTypes.of(flow.steps().get(from)).word();
    var ways = WAYS.leading(word, step(app, flow, from), to);
    if (ways.size() == 1) {
      exits.add(word + "." + ways.iterator().next());
    }
  }

  private static Tree step(App app, Flow flow, String id) {
    Tree at = app.document();
    for (var key : List.of("flows", flow.name(), "steps", id)) {
      at = ((Tree.Branch) at).fields().get(key);
    }
    return at;
  }

  /// A control and those in it. The parts of an address and the button a page has by itself are not
  /// the builder's.
  private void control(ControlView control) {
    if (!control.visible() || control.id().equals(Sheet.CONTINUE)) {
      return;
    }
    controls.add(control.type());
    if (!control.type().equals("address")) {
      control.children().forEach(this::control);
    }
  }
}
