package dev.wayfare.flow.change;

import dev.wayfare.flow.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What a builder does to an app between two versions: by chance, and some of it changes nothing.
final class Edits {
  private final Random random;
  private final Map<String, Object> app;

  private Edits(Map<String, Object> app, Random random) {
    this.random = random;
    this.app = app;
  }

  /// A copy with some edits.
  static Map<String, Object> of(Map<String, Object> document, Random random, int most) {
    var edits = new Edits(object(copy(document)), random);
    for (var i = random.nextInt(most + 1); i > 0; i--) {
      edits.edit(random.nextInt(14));
    }
    return edits.app;
  }

  /// A copy that says the same in another way.
  static Map<String, Object> harmless(Map<String, Object> document, Random random) {
    var edits = new Edits(object(copy(document)), random);
    for (var i = random.nextInt(4); i >= 0; i--) {
      edits.edit(random.nextInt(4));
    }
    return edits.app;
  }

  /// A copy that still makes sense, most of the time: something was done to this very step, and
  /// variables that nobody uses came, went and changed their type.
  static Map<String, Object> sound(
      Map<String, Object> document, String flowName, String step, Random random) {
    var edits = new Edits(object(copy(document)), random);
    var flow = object(object(edits.app.get("flows")).get(flowName));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> edits.replaceStep(flow, step);
      case 3, 4 -> edits.rewriteStep(flow, step);
      case 5 -> edits.renameStep(flow, step);
      case 6 -> object(steps(flow).get(step)).replace("text", "Changed " + random.nextInt());
      default -> edits.replaceStep(edits.flow(), "s1");
    }
    edits.variables().remove("extra_" + random.nextInt(8));
    edits
        .variables()
        .computeIfPresent(
            "extra_" + random.nextInt(4),
            (_, _) -> edits.pick(List.of("text", "number", "any", "moment", "boolean")));
    edits.variables().put("new_one", "number");
    return edits.app;
  }

  /// The step of this id becomes one of another type, at which one rests too.
  private void rewriteStep(Map<String, Object> flow, String id) {
    var step =
        flow.get("channel").equals("web")
            ? Values.object("type", "page", "title", "Something else")
            : flow.get("channel").equals("none") || random.nextBoolean()
                ? Values.object("type", "wait", "for", "1h")
                : Values.object("type", "ask", "text", "Something else?", "into", "something");
    steps(flow).put(id, new LinkedHashMap<>(step));
  }

  /// The step is gone, and what led there leads to another.
  private void replaceStep(Map<String, Object> flow, String gone) {
    if (steps(flow).size() > 1 && steps(flow).remove(gone) != null) {
      var other = pick(List.copyOf(steps(flow).keySet()));
      flow.replaceAll((_, it) -> renamed(it, gone, other));
    }
  }

  private void edit(int kind) {
    switch (kind) {
      case 0 -> app.put("canvas", Map.of("zoom", random.nextInt()));
      case 1 -> step().put("note", "A remark " + random.nextInt());
      case 2 -> shuffle(pick(List.of("flows", "variables", "triggers")));
      case 3 -> variables().replaceAll((_, it) -> it instanceof String type ? type(type) : it);
      case 4, 5 -> dropStep();
      case 6 -> {
        var flow = flow();
        renameStep(flow, pick(List.copyOf(steps(flow).keySet())));
      }
      case 7 -> step().replace("text", "Changed " + random.nextInt());
      case 8 -> variables().put("more_" + random.nextInt(3), pick(List.of("text", "number")));
      case 9 -> drop(variables());
      case 10 -> retype();
      case 11 ->
          step().replace("type", pick(List.of("say", "menu", "page", "wait", "set", "stop")));
      case 12 -> drop(object(app.get("flows")));
      default -> step().put("next", "s" + random.nextInt(5));
    }
  }

  private static Map<String, Object> type(String word) {
    return new LinkedHashMap<>(Values.object("type", word));
  }

  private void retype() {
    variables()
        .replaceAll(
            (_, it) ->
                random.nextInt(4) == 0
                    ? pick(List.of("text", "number", "any", "object", "date", "list"))
                    : it);
  }

  private void shuffle(String section) {
    var entries = object(app.get(section));
    var names = new ArrayList<>(entries.keySet());
    Collections.shuffle(names, random);
    var shuffled = new LinkedHashMap<String, Object>();
    names.forEach(name -> shuffled.put(name, entries.get(name)));
    app.put(section, shuffled);
  }

  private void dropStep() {
    drop(steps(flow()));
  }

  private void drop(Map<String, Object> entries) {
    if (entries.size() > 1) {
      entries.remove(pick(List.copyOf(entries.keySet())));
    }
  }

  /// The step and every exit that names it, as the studio does it.
  private void renameStep(Map<String, Object> flow, String old) {
    var now = "was_" + old;
    flow.replaceAll((_, it) -> renamed(it, old, now));
    var made = new LinkedHashMap<String, Object>();
    steps(flow).forEach((id, step) -> made.put(id.equals(old) ? now : id, step));
    flow.put("steps", made);
  }

  private static Object renamed(Object value, String old, String now) {
    return switch (value) {
      case Map<?, ?> map -> {
        var made = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> made.put(key.toString(), renamed(inner, old, now)));
        yield made;
      }
      case List<?> list -> list.stream().map(it -> renamed(it, old, now)).toList();
      default -> value.equals(old) ? now : value;
    };
  }

  private Map<String, Object> variables() {
    return object(app.get("variables"));
  }

  private Map<String, Object> flow() {
    return object(pick(List.copyOf(object(app.get("flows")).values())));
  }

  private static Map<String, Object> steps(Map<String, Object> flow) {
    return object(flow.get("steps"));
  }

  private Map<String, Object> step() {
    return object(pick(List.copyOf(steps(flow()).values())));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var made = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> made.put(key.toString(), copy(inner)));
        yield made;
      }
      case List<?> list -> new ArrayList<>(list.stream().map(Edits::copy).toList());
      default -> value;
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
