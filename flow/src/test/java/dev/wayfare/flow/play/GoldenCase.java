package dev.wayfare.flow.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.GoldenFile;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// One golden file: what was given, and turn by turn what a person did and what came of it.
///
/// `in` is one of `{"text"}`, `{"visit", "query"}`, `{"page": {id: value}, "button", "token"}` and
/// `{"pass": "24h"}`; on calls `{"call": trigger}`, `{"said"}`, `{"pressed"}`, `{"silence": true}`,
/// `{"held": true}`, `{"forwarded": "no_answer"}`, `{"picked up": "person"}` (or `machine`) and
/// `{"hung up": "completed", "length": "20s"}`; for the world outside `{"answered": value}` and
/// `{"failed": code, "message"}`, to the first question still open or the one of its `key`, with
/// `"late": true` when no call listens for it. A `token` of `"1"` stands for the page that was
/// shown first, and so on. What begins a journey without a person is `{"schedule": trigger}` and
/// `{"request": trigger, "payload", "parameters"}`.
record GoldenCase(GoldenFile file, Map<String, Object> story) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static GoldenCase read(GoldenFile file) {
    return new GoldenCase(file, object(JSON.readValue(file.text(), Object.class)));
  }

  /// The file as it would be written today.
  String played(App app) {
    var turns = new ArrayList<Object>();
    var inputs = ((List<?>) story.get("turns")).iterator();
    play(
        app,
        (play, done) ->
            turns.add(new Told(play).turn(object(object(inputs.next()).get("in")), done)));
    var told = new LinkedHashMap<>(story);
    told.put("turns", turns);
    return new Pretty().write(told) + "\n";
  }

  /// Does what the person of this story did, and shows what came of each thing.
  void play(App app, BiConsumer<Rehearsal, List<Turn>> seen) {
    var given = object(story.get("given"));
    var profile = new HashMap<>(Rehearsal.defaults(app));
    profile.putAll(object(given.getOrDefault("profile", Map.of())));
    var phone = (String) given.getOrDefault("phone", "");
    var play =
        new Rehearsal(
            app,
            profile,
            phone.isEmpty() ? Contact.UNKNOWN : Contact.byPhone(phone),
            Instant.parse((String) given.get("now")));
    var tokens = new ArrayList<String>();
    for (var each : (List<?>) story.get("turns")) {
      seen.accept(play, act(play, object(object(each).get("in")), tokens));
      play.page()
          .map(page -> page.token())
          .filter(it -> !tokens.contains(it))
          .ifPresent(tokens::add);
    }
  }

  /// The triggers of the app that something in this story comes in by.
  List<Trigger> triggers(App app) {
    return ((List<?>) story.get("turns"))
        .stream().map(turn -> object(object(turn).get("in"))).flatMap(in -> by(app, in)).toList();
  }

  private static Stream<Trigger> by(App app, Map<String, Object> in) {
    var named =
        Stream.of("visit", "call", "schedule", "request")
            .filter(in::containsKey)
            .flatMap(kind -> Stream.ofNullable(app.triggers().get(String.valueOf(in.get(kind)))));
    return in.containsKey("text") ? app.texted().stream().map(Trigger.class::cast) : named;
  }

  private static List<Turn> act(Rehearsal play, Map<String, Object> in, List<String> tokens) {
    if (in.get("text") instanceof String text) {
      return List.of(play.text(text));
    }
    if (in.get("visit") instanceof String trigger) {
      return List.of(play.visit(trigger, object(in.getOrDefault("query", Map.of()))));
    }
    if (in.get("schedule") instanceof String trigger) {
      return List.of(play.schedule(trigger));
    }
    if (in.get("request") instanceof String trigger) {
      return play.request(
          trigger,
          OutsideWorld.plain(in.get("payload")),
          object(OutsideWorld.plain(in.getOrDefault("parameters", Map.of()))));
    }
    var called = OutsideWorld.act(play, in);
    if (called.isPresent()) {
      return List.of(called.get());
    }
    if (in.get("pass") instanceof String time) {
      return play.pass(OutsideWorld.length(time));
    }
    var fields = new LinkedHashMap<String, List<String>>();
    object(in.get("page"))
        .forEach(
            (id, value) ->
                fields.put(
                    id,
                    value instanceof List<?> many
                        ? many.stream().map(String.class::cast).toList()
                        : List.of((String) value)));
    var button = Optional.ofNullable((String) in.get("button"));
    return List.of(
        in.get("token") instanceof String shown
            ? play.submit(tokens.get(Integer.parseInt(shown) - 1), fields, button)
            : play.submit(fields, button));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
