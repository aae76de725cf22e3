package dev.wayfare.flow.play;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.engine.Requests;
import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What came of a turn, in the words of a golden file.
final class Told {
  private final Rehearsal play;

  Told(Rehearsal play) {
    this.play = play;
  }

  Map<String, Object> turn(Map<String, Object> in, List<Turn> turns) {
    var told = new LinkedHashMap<String, Object>();
    told.put("in", in);
    var effects = turns.stream().flatMap(turn -> turn.effects().stream()).toList();
    told.put(
        "out",
        effects.stream().filter(Effect.SendText.class::isInstance).map(this::effect).toList());
    var others =
        effects.stream()
            .filter(it -> !(it instanceof Effect.SendText || it instanceof Effect.WebMoved))
            .map(this::effect)
            .toList();
    if (!others.isEmpty()) {
      told.put("does", shortened(others));
    }
    play.answered().ifPresent(answer -> told.put("answers", answer(answer)));
    play.refusal().ifPresent(why -> told.put("refused", why));
    play.page().ifPresent(page -> told.put("page", page(page)));
    told.put("then", then());
    told.put(
        "trail",
        shortened(turns.stream().flatMap(turn -> turn.trail().stream()).map(Told::line).toList()));
    return told;
  }

  private static Map<String, Object> answer(Requests.Answer answer) {
    var told = new LinkedHashMap<String, Object>();
    told.put("status", answer.status());
    if (!answer.headers().isEmpty()) {
      told.put("headers", answer.headers());
    }
    answer
        .body()
        .flatMap(body -> Optional.ofNullable(body.value()))
        .ifPresent(value -> told.put("body", value));
    answer.redirect().ifPresent(to -> told.put("redirect", to));
    return told;
  }

  /// A turn that ran over its budget tells the same a thousand times: its beginning and its end.
  private static List<String> shortened(List<String> lines) {
    if (lines.size() <= 80) {
      return lines;
    }
    var few = new ArrayList<>(lines.subList(0, 8));
    few.add("… " + (lines.size() - 10) + " more …");
    few.addAll(lines.subList(lines.size() - 2, lines.size()));
    return few;
  }

  private String effect(Effect effect) {
    return switch (effect) {
      case Effect.SendText(var to, var body, _) ->
          to.equals(play.journey().contact().phone()) && !to.isEmpty()
              ? body
              : "to " + (to.isEmpty() ? "nobody" : to) + ": " + body;
      case Effect.SetTimer(var name, var at) -> "timer " + name + " at " + at;
      case Effect.DropTimer(var name) -> "drop timer " + name;
      case Effect.Log(var level, var code, var message) ->
          "log " + level.name().toLowerCase(Locale.ROOT) + " " + code + ": " + message;
      case Effect.Metric(var name, var value) -> "metric " + name + " " + value;
      case Effect.Incident(var trouble) ->
          "incident " + trouble.code() + " at " + trouble.flow() + "/" + trouble.step();
      case Effect.Voice(var verb) -> verb(verb);
      case Effect.PlaceCall(var to, var ring, var detect) ->
          "call " + to + ", ring " + ring + (detect ? ", detect machine" : "");
      case Effect.Ask(var key, var request) -> "ask " + key + " " + request;
      case Effect.WebMoved() -> "web moved";
    };
  }

  private static String verb(Verb verb) {
    return switch (verb) {
      case Verb.Speak(var text, var ssml, var voice) ->
          "speak"
              + (voice.equals(Verb.Voice.USUAL)
                  ? ""
                  : " as " + voice.name() + " " + voice.language())
              + ": "
              + (ssml.isEmpty() ? text : ssml);
      case Verb.Play(var url, var times) -> "play: " + url + (times == 1 ? "" : " " + times + "x");
      case Verb.Listen(var prompts, var hearing) ->
          prompts.stream().map(Told::verb).collect(Collectors.joining(" | "))
              + " | listen "
              + hearing.patience()
              + " for "
              + String.join(" or ", ears(hearing))
              + (hearing.bargeIn() ? "" : ", to the end")
              + (hearing.hints().isEmpty() ? "" : ", hints " + hearing.hints())
              + (hearing.secret() ? ", secretly" : "");
      case Verb.Forward(var to, var ring) -> "forward to " + to + ", ring " + ring;
      case Verb.Hold(var pause) -> "hold " + pause;
      case Verb.HangUp() -> "hang up";
    };
  }

  private static List<String> ears(Verb.Hearing hearing) {
    var ears = new ArrayList<String>();
    if (hearing.speech()) {
      ears.add("speech");
    }
    if (hearing.keypad()) {
      ears.add(hearing.digits() == 0 ? "keys" : hearing.digits() + " keys");
    }
    return ears;
  }

  private String then() {
    var journey = play.journey();
    if (journey.standing() != Standing.OPEN) {
      return journey.standing().name().toLowerCase(Locale.ROOT);
    }
    var places = new ArrayList<String>();
    for (var channel : Channel.values()) {
      if (journey.standsOn(channel)) {
        places.add(
            channel.word()
                + ": "
                + journey.stack(channel).stream()
                    .map(frame -> frame.flow() + "/" + frame.step())
                    .collect(Collectors.joining(" > ")));
      }
    }
    return places.isEmpty() ? "open" : String.join("; ", places);
  }

  private static String line(TrailEntry entry) {
    var data =
        new TreeMap<>(entry.data())
            .entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(", "));
    return (entry.flow() + "/" + entry.step() + " " + entry.what() + " " + data).strip();
  }

  private static Map<String, Object> page(PageView page) {
    var told = new LinkedHashMap<String, Object>();
    told.put("title", page.title());
    page.notice().ifPresent(notice -> told.put("notice", notice));
    var shown = new ArrayList<String>();
    page.controls().forEach(control -> control(shown, "", control));
    told.put("shows", shown);
    var errors = new LinkedHashMap<String, Object>();
    page.controls().forEach(control -> errors(errors, control));
    if (!errors.isEmpty()) {
      told.put("errors", errors);
    }
    page.progress().ifPresent(done -> told.put("progress", done));
    if (page.back()) {
      told.put("back", true);
    }
    return told;
  }

  private static void errors(Map<String, Object> errors, ControlView control) {
    control.error().ifPresent(error -> errors.put(control.id(), error));
    control.children().forEach(child -> errors(errors, child));
  }

  /// A control in a line: its type, id, words, what is answered, and what else is to be seen.
  private static void control(List<String> lines, String indent, ControlView control) {
    if (!control.visible()) {
      return;
    }
    var parts = new ArrayList<String>();
    parts.add(control.type());
    if (!control.id().isEmpty()) {
      parts.add("#" + control.id());
    }
    if (!control.label().isEmpty()) {
      parts.add(control.label());
    }
    if (!control.help().isEmpty()) {
      parts.add("(" + control.help() + ")");
    }
    if (control.required()) {
      parts.add("required");
    }
    if (!control.options().isEmpty()) {
      parts.add(
          control.options().stream()
              .map(it -> (it.chosen() ? "*" : "") + it.label())
              .collect(Collectors.joining(" | ", "[", "]")));
    } else if (control.values().stream().anyMatch(it -> !it.isEmpty())) {
      parts.add("= " + String.join(", ", control.values()));
    }
    var attributes = new TreeMap<>(control.attributes());
    if (!attributes.isEmpty()) {
      parts.add(
          attributes.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining(", ", "{", "}")));
    }
    lines.add(indent + String.join(" ", parts));
    // A country list is long and the same everywhere.
    control.children().stream()
        .filter(child -> child.options().size() < 60)
        .forEach(child -> control(lines, indent + "  ", child));
  }
}
