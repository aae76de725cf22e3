package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Composed;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a program's request means: whether it is let in and for how many journeys, which journey is
/// meant, and what is answered after the turn. Pure, like the engine.
///
/// Everything here throws [ExpressionFailed] when an expression of the trigger cannot be worked
/// out.
public final class Requests {
  private static final int MOST_ITEMS = 1_000;
  private static final UUID NOBODY = new UUID(0, 0);

  private final App app;
  private final Surroundings around;

  Requests(App app, Surroundings around) {
    this.app = app;
    this.around = around;
  }

  /// Whether a request is let in.
  public sealed interface Admission {}

  /// One journey for each of these, in order.
  public record Admitted(List<Input.Requested> requests) implements Admission {}

  /// The trigger's `check` does not hold.
  public record Refused(String text) implements Admission {}

  public record TooMany(int items, int most) implements Admission {}

  public Admission admit(Trigger.Requested trigger, Input.Requested asked, Instant now) {
    var sees = sees(blank(now), asked, now);
    if (trigger.check().isPresent() && !(Boolean) trigger.check().get().value(sees)) {
      return new Refused(
          trigger
              .otherwise()
              .map(text -> text.fill(sees))
              .orElse("The request does not meet the app's own rule."));
    }
    if (trigger.each().isEmpty()) {
      return new Admitted(List.of(asked));
    }
    var items = (List<?>) trigger.each().get().value(sees);
    return items.size() > MOST_ITEMS
        ? new TooMany(items.size(), MOST_ITEMS)
        : new Admitted(items.stream().<Input.Requested>map(item -> about(asked, item)).toList());
  }

  private static Input.Requested about(Input.Requested asked, Object item) {
    return new Input.Requested(
        asked.trigger(), asked.payload(), asked.parameters(), Optional.of(item));
  }

  /// The value the trigger matches open journeys by; empty where it matches none.
  public Optional<String> matched(Trigger.Requested trigger, Input.Requested asked, Instant now) {
    return trigger
        .match()
        .map(match -> Values.show(match.value().value(sees(blank(now), asked, now))).strip());
  }

  /// Who a new journey is with, as the program says; nothing here is judged.
  public Contact contact(Trigger.Requested trigger, Input.Requested asked, Instant now) {
    var sees = sees(blank(now), asked, now);
    var told = new LinkedHashMap<Trigger.Who, String>();
    trigger
        .contact()
        .forEach((who, value) -> told.put(who, Values.show(value.value(sees)).strip()));
    return new Contact(
        told.getOrDefault(Trigger.Who.PHONE, ""),
        told.getOrDefault(Trigger.Who.EMAIL, ""),
        told.getOrDefault(Trigger.Who.FIRST_NAME, ""),
        told.getOrDefault(Trigger.Who.LAST_NAME, ""),
        told.getOrDefault(Trigger.Who.NAME, ""),
        told.getOrDefault(Trigger.Who.TIME_ZONE, ""));
  }

  /// What a journey keeps of the request it began with.
  public static Map<String, Object> start(Input.Requested asked) {
    if (asked.own() instanceof Map<?, ?> object) {
      var start = new LinkedHashMap<String, Object>();
      object.forEach((name, value) -> start.put(name.toString(), value));
      return start;
    }
    return Map.of("value", asked.own());
  }

  /// What is answered. `body` is empty where the trigger says nothing of one.
  public record Answer(
      int status, Map<String, String> headers, Optional<Body> body, Optional<String> redirect) {}

  /// A body of any kind of JSON, nothing among them.
  public record Body(@Nullable Object value) {}

  /// What the trigger answers about a journey as it stands after the turn.
  public Answer answer(Trigger.Reply reply, Journey journey, Input.Requested asked, Instant now) {
    var sees = sees(journey, asked, now);
    var headers = new LinkedHashMap<String, String>();
    reply.headers().forEach((name, text) -> headers.put(name, text.fill(sees)));
    return new Answer(
        reply.status(),
        headers,
        reply.body().map(body -> new Body(body.value(sees))),
        reply.redirect().map(text -> text.fill(sees)));
  }

  /// The link of a journey, as the program is told it.
  public String link(Journey journey) {
    return around.linksBase() + journey.link();
  }

  private static Journey blank(Instant now) {
    return Journey.begin(NOBODY, "", Contact.UNKNOWN, Map.of(), now, now);
  }

  private Bindings sees(Journey journey, Input.Requested asked, Instant now) {
    return new Play(app, around, journey, asked, now).sight.with(seen(asked));
  }

  /// What a trigger's own expressions see beside all others.
  private static Map<String, Object> seen(Input.Requested asked) {
    return Values.object(
        "payload",
        asked.payload(),
        "parameters",
        asked.parameters(),
        "item",
        asked.item().orElse(""));
  }

  /// The turn itself: the flow runs, or the open journey ends.
  static void open(Play play, Trigger.Requested trigger, Input.@Nullable Requested asked) {
    if (asked == null) {
      return;
    }
    if (trigger.found() == Trigger.Found.END && play.before.turn() > 0) {
      play.end();
      return;
    }
    try {
      var sees = play.sight.with(seen(asked));
      var inputs = new LinkedHashMap<String, Object>();
      trigger.with().forEach((name, value) -> inputs.put(name, value.value(sees)));
      var flow = play.flow(trigger.flow());
      if (flow.isPresent()) {
        play.open(trigger.flow(), play.memory.given(flow.get(), inputs));
      }
    } catch (ExpressionFailed failed) {
      play.refuse(failed);
      return;
    } catch (TooLarge large) {
      play.deeds.incident(
          new dev.wayfare.flow.Trouble(
              dev.wayfare.flow.Trouble.TOO_LARGE, large.getMessage(), trigger.flow(), ""));
      return;
    }
    play.prepareFor(links(trigger));
  }

  private static List<Template.LinkTarget> links(Trigger.Requested trigger) {
    return trigger.reply().stream()
        .flatMap(
            reply ->
                Stream.of(
                        reply.headers().values().stream(),
                        reply.body().stream().flatMap(Composed::templates),
                        reply.redirect().stream())
                    .flatMap(each -> each))
        .flatMap(template -> template.links().stream())
        .toList();
  }
}
