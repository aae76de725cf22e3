package dev.wayfare.preview;

import dev.wayfare.channel.web.PageDrawer;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.engine.Requests;
import dev.wayfare.flow.play.Rehearsal;
import dev.wayfare.preview.PreviewView.PlayedAnswer;
import dev.wayfare.preview.PreviewView.PlayedChange;
import dev.wayfare.preview.PreviewView.PlayedFrame;
import dev.wayfare.preview.PreviewView.PlayedJourney;
import dev.wayfare.preview.PreviewView.PlayedStep;
import dev.wayfare.preview.PreviewView.PlayedTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Tells a replay: where the journey stands, and what each turn did.
record Telling(PageDrawer pages, Json json) {

  PreviewView of(Replay replay, Instant begins, Optional<Map<String, List<String>>> typed) {
    var looks = new Looks(replay, pages, json);
    var stage = replay.stage();
    return new PreviewView(
        begins,
        stage.now(),
        Rehearsal.LINKS,
        journey(stage),
        replay.happened().stream().map(this::turn).toList(),
        looks.page(typed),
        looks.call(),
        looks.timers(),
        looks.asked(),
        replay.misfits());
  }

  private PlayedJourney journey(Rehearsal stage) {
    var journey = stage.journey();
    var frames = new LinkedHashMap<String, List<PlayedFrame>>();
    journey
        .stacks()
        .forEach(
            (channel, stack) ->
                frames.put(channel.word(), stack.stream().map(this::frame).toList()));
    return new PlayedJourney(
        journey.standing().name().toLowerCase(Locale.ROOT),
        journey.turn(),
        journey.began(),
        journey.expires(),
        stage.link(),
        json.of(journey.contact().asValue()),
        json.of(journey.variables(), journey.secrets()),
        frames);
  }

  private PlayedFrame frame(Frame frame) {
    return new PlayedFrame(frame.flow(), frame.step(), json.of(frame.variables(), frame.secrets()));
  }

  private PlayedTurn turn(Happened it) {
    return new PlayedTurn(
        it.event(),
        it.by(),
        it.at(),
        it.after().link(),
        it.trail().stream()
            .map(
                each -> new PlayedStep(each.flow(), each.step(), each.what(), json.of(each.data())))
            .toList(),
        it.effects().stream().map(PlayedEffect::of).toList(),
        changes(variables(it.before()), variables(it.after())),
        it.answer().map(this::answered));
  }

  private PlayedAnswer answered(Requests.Answer answer) {
    return new PlayedAnswer(
        answer.status(),
        answer.headers(),
        answer.body().flatMap(body -> Optional.ofNullable(body.value())).map(json::of),
        answer.redirect());
  }

  /// The journey's own by their names, a flow's as `flow.name`.
  private Map<String, JsonNode> variables(Journey journey) {
    var all = new LinkedHashMap<>(json.of(journey.variables(), journey.secrets()));
    journey
        .stacks()
        .values()
        .forEach(
            stack ->
                stack.forEach(
                    frame ->
                        json.of(frame.variables(), frame.secrets())
                            .forEach((name, value) -> all.put(frame.flow() + "." + name, value))));
    journey
        .contact()
        .asValue()
        .forEach(
            (name, value) -> {
              if (!value.equals("")) {
                all.put("contact." + name, json.of(value));
              }
            });
    return all;
  }

  private static List<PlayedChange> changes(
      Map<String, JsonNode> before, Map<String, JsonNode> after) {
    var changes = new ArrayList<PlayedChange>();
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      var was = Optional.ofNullable(before.get(name));
      var is = Optional.ofNullable(after.get(name));
      if (!was.equals(is)) {
        changes.add(new PlayedChange(name, was, is));
      }
    }
    return changes;
  }
}
