package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a running step sees and may do. Nothing here reaches outside: all that a step does becomes
/// part of the turn.
public interface Scene {
  /// The input this step was woken by, once; [Input.None] when it was just entered.
  Input takeInput();

  Instant now();

  Channel channel();

  /// The number of this turn in its journey.
  int turn();

  /// The id of the running step.
  String step();

  // values

  String fill(Template template);

  /// The same, each value in a hole written for where it goes: escaped for a path, for HTML.
  String fill(Template template, UnaryOperator<String> written);

  Object value(Expression expression);

  /// Several values by name.
  default Map<String, Object> values(Map<String, Expression> expressions) {
    var values = new LinkedHashMap<String, Object>();
    expressions.forEach((name, expression) -> values.put(name, value(expression)));
    return values;
  }

  /// The inputs of a flow, found to fit it.
  Map<String, Object> given(String flow, Map<String, Expression> with);

  /// The value with one more name in sight: an answer being checked, the item of a list.
  Object value(Expression expression, Map<String, Object> more);

  boolean holds(Expression expression);

  String fill(Template template, Map<String, Object> more);

  /// Sets a variable of the flow, or else of the journey.
  void set(String variable, Object value);

  /// Sets it without the value ever being seen in the trail.
  void setSecretly(String variable, Object value);

  Object read(String variable);

  /// For code that evaluates by itself (pages).
  Bindings bindings();

  /// What this step kept for itself when it last waited.
  Optional<Object> memo();

  /// Keeps a plain value for this step until the flow ends; an empty one forgets.
  void keep(Optional<Object> memo);

  /// The pages of this flow that were answered before this one, oldest first: the way back.
  List<String> pagesBehind();

  void keepPagesBehind(List<String> steps);

  /// Shows `error` to the steps that follow in this flow.
  void showError(String code, String message);

  // people and time

  Contact contact();

  void identify(Contact contact);

  /// Says it on the channel the step stands on: a text to the contact's phone, or words on the
  /// call.
  default void say(String text) {
    say(new Verb.Speak(text, voice()));
  }

  /// The same by a voice and with markup; channels that have neither get the words.
  void say(Verb.Speak words);

  /// Says it on the call and listens.
  void listen(Verb.Speak words, Verb.Hearing hearing);

  /// Wakes this step with [Input.TimerFired] if it still waits then.
  void wakeAt(Instant at);

  void setTimer(String name, Timer timer);

  void dropTimer(String name);

  /// A timer that nobody names: what waits for opening hours.
  void later(Timer timer);

  /// The moment, or the first one after it at which these hours of the app are open, by the
  /// contact's time zone or else the app's.
  Instant within(String hours, Instant wanted);

  /// Moves the journey's end further away; 90 days from now at most.
  void extend(Duration by);

  /// Starts a text flow with the contact, on top of whatever the text channel is doing. Not from
  /// the text channel itself, where a flow is run.
  void start(String flow, Map<String, Object> inputs);

  /// Calls the contact: `flow` runs on the call once somebody takes it, as `plan` says. Its keys:
  /// `machine` (`talk`, `hang_up`, `message`), `message`, `unanswered` and `hung_up` (flows).
  void placeCall(
      String flow, Map<String, Object> inputs, Effect.PlaceCall call, Map<String, Object> plan);

  /// Whether a call is on, or rings.
  boolean onCall();

  /// Where a flow meets the person.
  Channel channelOf(String flow);

  /// Who speaks on this app's calls where a step says no other.
  Verb.Voice voice();

  void emit(Effect effect);

  /// Adds a line to the trail.
  void note(String what, Map<String, Object> data);

  /// The words a person may use for yes and no, in the app's language.
  default List<String> yes() {
    return List.of("yes", "y", "yeah", "yep", "ok", "sure");
  }

  default List<String> no() {
    return List.of("no", "n", "nope");
  }
}
