package dev.wayfare.cli.play;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.play.InWords;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// For a program: one JSON object on a line for each line that was read.
final class JsonScreen implements Screen {
  private final PrintWriter out;
  private final JsonMapper json = new JsonMapper();
  private final Map<String, Object> answer = new LinkedHashMap<>();

  JsonScreen(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void prompt() {}

  @Override
  public void heard(String line) {
    answer.put("in", line);
  }

  @Override
  public void said(Journey journey, Effect effect) {
    switch (effect) {
      case Effect.SendText(var to, var body, _) -> add("texts", Map.of("to", to, "text", body));
      case Effect.Incident(var trouble) -> add("errors", trouble.asValue());
      case Effect.Log(var level, var code, var message) ->
          add(
              "logs",
              Map.of(
                  "level",
                  level.name().toLowerCase(Locale.ROOT),
                  "code",
                  code,
                  "message",
                  message));
      case Effect.Metric(var name, var value) ->
          add("metrics", Map.of("name", name, "value", value));
      case Effect.Voice(var verb) -> add("call", Map.of("verb", InWords.of(verb)));
      case Effect.PlaceCall(var to, _, _) -> add("calls", Map.of("to", to));
      case Effect.Ask(var key, var request) ->
          add("asks", Map.of("key", key, "what", InWords.of(request)));
      case Effect.SetTimer _, Effect.DropTimer _, Effect.WebMoved _ -> {}
    }
  }

  @Override
  public void page(PageView page) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("title", page.title());
    page.notice().ifPresent(notice -> shown.put("notice", notice));
    shown.put("controls", page.controls());
    shown.put("buttons", PageForm.buttons(page));
    answer.put("page", shown);
  }

  @Override
  public void choices(Map<String, List<String>> choices) {
    answer.put("choices", choices);
  }

  @Override
  public void note(String words) {
    add("notes", words);
  }

  @Override
  public void notUnderstood(String words) {
    answer.put("not_understood", words);
  }

  @Override
  public void values(Map<String, Object> values) {
    answer.put("values", values);
  }

  @Override
  public void done(Journey journey) {
    answer.put("journey", journey.standing().name().toLowerCase(Locale.ROOT));
    out.println(json.writeValueAsString(answer));
    out.flush();
    answer.clear();
  }

  private void add(String name, Object value) {
    var list = new ArrayList<Object>();
    if (answer.get(name) instanceof List<?> before) {
      list.addAll(before);
    }
    list.add(value);
    answer.put(name, list);
  }
}
