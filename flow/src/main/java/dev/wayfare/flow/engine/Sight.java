package dev.wayfare.flow.engine;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Budget;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the names in expressions stand for during a turn: the builder's variables first, then the
/// built-in names.
final class Sight implements Bindings {
  private static final Trouble NO_TROUBLE = new Trouble("", "", "", "");

  private final Play play;
  private final Surroundings around;
  private final Journey journey;
  private final Input event;
  private final Budget budget;

  Sight(Play play, Surroundings around, Journey journey, Input event, Budget budget) {
    this.play = play;
    this.around = around;
    this.journey = journey;
    this.event = event;
    this.budget = budget;
  }

  /// The same with more names, which hide others.
  Bindings with(Map<String, Object> more) {
    return new Bindings() {
      @Override
      public Optional<Object> find(String name) {
        var value = more.get(name);
        return value == null ? Sight.this.find(name) : Optional.of(value);
      }

      @Override
      public Optional<Boolean> open(String hours, Instant at) {
        return Sight.this.open(hours, at);
      }

      @Override
      public Budget budget() {
        return budget;
      }
    };
  }

  @Override
  public Optional<Object> find(String name) {
    var own = play.memory.find(play.spot, name);
    return own.isPresent() ? own : builtIn(name);
  }

  @Override
  public Optional<Boolean> open(String hours, Instant at) {
    return play.isOpen(hours, at);
  }

  private Optional<Object> builtIn(String name) {
    return switch (name) {
      case "contact" -> Optional.of(play.contact.asValue());
      case "profile" -> Optional.of(around.profile());
      case "journey" ->
          Optional.of(
              Values.object(
                  "link",
                  around.linksBase() + journey.link(),
                  "began",
                  journey.began(),
                  "expires",
                  journey.expires(),
                  "turn",
                  (double) play.scene().turn()));
      case "channel" -> Optional.of(play.channel.word());
      case "now" -> Optional.of(play.now);
      case "start" -> Optional.of(journey.start());
      case "event" -> Optional.of(event());
      case "payload" ->
          Optional.of(event instanceof Input.Requested asked ? asked.own() : journey.start());
      case "error" -> Optional.of(NO_TROUBLE.asValue());
      default -> Optional.empty();
    };
  }

  private Map<String, Object> event() {
    return switch (event) {
      case Input.Text(var body, _) ->
          Values.object("kind", "text", "text", play.heardSecretly() ? "" : body);
      case Input.Called(var trigger) -> Map.of("kind", "call", "trigger", trigger);
      case Input.Requested asked ->
          Values.object(
              "kind",
              "request",
              "trigger",
              asked.trigger(),
              "payload",
              asked.own(),
              "parameters",
              asked.parameters());
      case Input.Scheduled(var trigger, var due) ->
          Values.object("kind", "schedule", "trigger", trigger, "due", due);
      case Input.Spoken(var speech, var digits) ->
          play.heardSecretly()
              ? Values.object("kind", "speech", "speech", "", "digits", "")
              : Values.object("kind", "speech", "speech", speech, "digits", digits);
      case Input.Held _, Input.Forwarded _, Input.PickedUp _, Input.HungUp _ ->
          Map.of("kind", "call");
      case Input.Answered _ -> Map.of("kind", "answer");
      case Input.Visited(var trigger, var query) ->
          Values.object("kind", "visit", "trigger", trigger, "query", query);
      case Input.TimerFired(var name, _) -> Values.object("kind", "timer", "name", name);
      case Input.Submitted _ -> Map.of("kind", "page");
      case Input.Expired _ -> Map.of("kind", "expired");
      case Input.OfPublisher _ -> Map.of("kind", "release");
      case Input.None _, Input.Returned _, Input.Failed _ -> Map.of();
    };
  }

  @Override
  public Budget budget() {
    return budget;
  }
}
