package dev.wayfare.flow.play;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.step.StepType;
import dev.wayfare.flow.step.StepTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A whole app by chance: flows of every channel that run, begin and enter one another, of steps of
/// every type. Most are as a builder would write them; some are broken somewhere.
public final class RandomApp {
  private static final int FLOWS = 2;
  private static final int STEPS = 7;
  private static final Map<String, Type> VARIABLES = variables();
  private static final Map<String, Type> INPUTS = inputs();
  private static final List<String> LENGTHS = List.of("0s", "5m", "1h", "7d", "PT30M", "40d");
  private static final List<String> CODES = List.of("no_stock", "too_much", "EXPRESSION");

  private final Random random;
  private RandomFormulas formulas;
  private Channel channel = Channel.NONE;
  private int nth;
  private int step;
  private int steps;

  private RandomApp(Random random) {
    this.random = random;
    this.formulas = new RandomFormulas(random, VARIABLES);
  }

  /// The document, as values that JSON knows.
  public static Map<String, Object> document(Random random) {
    return new RandomApp(random).app();
  }

  private static Map<String, Type> variables() {
    var variables = new LinkedHashMap<String, Type>();
    for (var type :
        List.of(
            Type.TEXT,
            Type.NUMBER,
            Type.BOOLEAN,
            Type.DATE,
            Type.MOMENT,
            Type.LIST,
            Type.OBJECT,
            Type.ANY)) {
      variables.put("v_" + type.word(), type);
    }
    return variables;
  }

  private static Map<String, Type> inputs() {
    var inputs = new LinkedHashMap<String, Type>();
    inputs.put("in_text", Type.TEXT);
    inputs.put("in_number", Type.NUMBER);
    return inputs;
  }

  private static Map<String, Object> declared(Map<String, Type> types) {
    var declared = new LinkedHashMap<String, Object>();
    types.forEach((name, type) -> declared.put(name, type.word()));
    return declared;
  }

  private Map<String, Object> app() {
    var app = new LinkedHashMap<String, Object>();
    app.put("wayfare", 1);
    app.put("name", "by-chance");
    var variables = declared(VARIABLES);
    variables.put("v_secret", "secret");
    app.put("variables", variables);
    app.put("records", Map.of("thing", Map.of("fields", Map.of("name", "text", "size", "number"))));
    app.put(
        "triggers",
        Map.of(
            "texted", Values.object("type", "text", "flow", "text_0"),
            "called", Values.object("type", "call", "flow", "voice_0", "hung_up", "text_1"),
            "open", Values.object("type", "web", "flow", "web_0"),
            "again", Values.object("type", "web", "flow", "web_1")));
    var flows = new LinkedHashMap<String, Object>();
    for (var each : List.of(Channel.TEXT, Channel.VOICE, Channel.WEB, Channel.NONE)) {
      for (nth = 0; nth < FLOWS; nth++) {
        channel = each;
        flows.put(each.word() + "_" + nth, flow());
      }
    }
    app.put("flows", flows);
    formulas = new RandomFormulas(random, VARIABLES);
    if (random.nextBoolean()) {
      app.put("answers", Values.object("text", formulas.text(), "web", formulas.text()));
    }
    return app;
  }

  private Map<String, Object> flow() {
    var seen = new LinkedHashMap<>(VARIABLES);
    var flow = new LinkedHashMap<String, Object>();
    flow.put("channel", channel.word());
    flow.put("start", "s0");
    if (channel == Channel.NONE) {
      flow.put("inputs", declared(INPUTS));
      seen.putAll(INPUTS);
    }
    if (random.nextInt(3) == 0) {
      flow.put(
          "variables",
          Values.object(
              "v_text", "text", "own", Values.object("type", "list", "default", List.of("x"))));
      seen.put("own", Type.LIST);
    }
    formulas = new RandomFormulas(random, seen);
    var last = channel == Channel.NONE && nth + 1 == FLOWS && random.nextInt(20) > 0;
    var types =
        StepTypes.ALL.stream()
            .filter(type -> type.channels().contains(channel))
            .filter(type -> !(last && type.word().equals("run")))
            .toList();
    var all = new LinkedHashMap<String, Object>();
    steps = 3 + random.nextInt(STEPS);
    for (step = 0; step < steps; step++) {
      var shown = channel == Channel.WEB && random.nextInt(step == 0 ? 2 : 4) == 0;
      all.put("s" + step, step(shown ? page(types) : formulas.pick(types)));
    }
    flow.put("steps", all);
    return flow;
  }

  /// Web flows are mostly pages.
  private static StepType page(List<StepType> types) {
    return types.stream().filter(type -> type.word().equals("page")).findFirst().orElseThrow();
  }

  private Map<String, Object> step(StepType type) {
    var step = new LinkedHashMap<String, Object>();
    step.put("type", type.word());
    switch (type.word()) {
      case "say" -> {
        step.put("text", said());
        step.put("language", "en-GB");
      }
      case "ask" -> ask(step);
      case "menu" -> menu(step);
      case "page" -> page(step);
      case "set" -> step.put("values", values());
      case "branch" -> branch(step);
      case "each" -> each(step);
      case "run" -> run(step);
      case "enter" -> step.put("flow", "web_" + random.nextInt(FLOWS));
      case "start" -> start(step);
      case "play" -> step.put("url", "https://example.com/{{ channel }}.mp3");
      case "transfer" -> transfer(step);
      case "hang_up" -> {}
      case "http" -> http(step);
      case "email" -> {
        step.put("from", "desk");
        step.put("to", formulas.pick(List.of("contact.email", "'ann@example.com'")));
        step.put("subject", formulas.text());
        step.put("text", formulas.text());
        fail(step);
      }
      case "records" -> records(step);
      case "file" -> {
        step.put("do", formulas.pick(List.of("shrink", "link", "delete")));
        step.put("file", formulas.pick(List.of("{'id': 'f1', 'name': 'a.jpg'}", "{}")));
        step.put("into", "v_any");
        fail(step);
      }
      case "raise" -> {
        step.put("code", formulas.pick(CODES));
        step.put("message", formulas.text());
      }
      case "catch" -> {
        if (random.nextBoolean()) {
          step.put("codes", List.of(formulas.pick(CODES)));
        }
      }
      case "stop" ->
          step.put(
              "result",
              Values.object("a", formulas.formula(Type.TEXT), "b", formulas.formula(Type.ANY)));
      case "end" -> step.put("reason", "by chance");
      case "wait" -> wait(step);
      case "timer" -> timer(step);
      case "cancel_timer" -> step.put("name", formulas.pick(List.of("one", "two")));
      case "extend" -> step.put("by", formulas.pick(LENGTHS));
      case "identify" ->
          step.put(
              formulas.pick(List.of("first_name", "last_name", "name")),
              formulas.formula(Type.TEXT));
      case "text_once" -> textOnce(step);
      case "log" -> {
        step.put("level", formulas.pick(List.of("info", "warning", "error")));
        step.put("message", formulas.text());
      }
      case "metric" -> {
        step.put("name", "figure");
        step.put("value", formulas.formula(Type.NUMBER));
      }
      default -> throw new AssertionError("make the generator know the step type " + type.word());
    }
    if (!List.of("branch", "menu", "raise", "stop", "end", "hang_up").contains(type.word())) {
      leave(step, "next");
    }
    return step;
  }

  /// An exit, now and then none; the last step leads back seldom.
  private void leave(Map<String, Object> step, String field) {
    if (onwards() ? random.nextInt(8) > 0 : random.nextInt(40) == 0) {
      step.put(field, exit());
    }
  }

  private boolean onwards() {
    return step + 1 < steps;
  }

  /// Onwards most of the time, back sometimes, nowhere by mistake.
  private String exit() {
    var to =
        random.nextInt(20) == 0 || !onwards()
            ? random.nextInt(steps)
            : step + 1 + random.nextInt(steps - step - 1);
    return random.nextInt(2_000) == 0 ? "nowhere" : "s" + to;
  }

  private String said() {
    return formulas.text()
        + (random.nextInt(5) == 0 ? " {{ link('web_" + random.nextInt(FLOWS) + "') }}" : "");
  }

  private void patience(Map<String, Object> step) {
    if (random.nextBoolean()) {
      step.put("patience", formulas.pick(LENGTHS));
      leave(step, "silent");
    }
    if (random.nextBoolean()) {
      step.put("tries", 1 + random.nextInt(3));
      leave(step, "gave_up");
    }
  }

  private void ask(Map<String, Object> step) {
    var into =
        Map.of("text", "v_text", "number", "v_number", "date", "v_date", "yes_no", "v_boolean");
    var expect =
        formulas.pick(List.of("text", "number", "date", "yes_no", "time", "email", "phone"));
    step.put("text", said());
    step.put("expect", expect);
    step.put("into", into.getOrDefault(expect, "heard_" + expect));
    if (random.nextInt(5) == 0) {
      step.put("sensitive", true);
      step.put("expect", channel == Channel.VOICE ? "text" : expect);
      step.put("into", channel == Channel.VOICE ? "v_secret" : step.get("into"));
    }
    if (random.nextBoolean()) {
      step.put("digits", random.nextInt(3));
      step.put("barge_in", random.nextBoolean());
      step.put("again", formulas.text());
    }
    if (random.nextInt(3) == 0) {
      step.put("check", formulas.formula(Type.BOOLEAN));
    }
    patience(step);
  }

  private void menu(Map<String, Object> step) {
    step.put("text", said());
    var options = new LinkedHashMap<String, Object>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      options.put(
          "o" + i,
          new LinkedHashMap<>(
              Values.object("match", List.of("w" + i), "label", formulas.text(), "next", exit())));
    }
    step.put("options", options);
    if (random.nextBoolean()) {
      step.put("into", "v_text");
    }
    patience(step);
  }

  private void page(Map<String, Object> step) {
    step.put("title", formulas.text());
    step.put(
        "controls",
        new RandomPages(random, formulas, this::exit).controls("c" + nth + "_" + this.step + "_"));
    if (random.nextInt(4) == 0) {
      step.put("progress", formulas.formula(Type.NUMBER));
    }
  }

  private Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    var names = new ArrayList<>(VARIABLES.keySet());
    for (int i = random.nextInt(3); i >= 0; i--) {
      var name = formulas.pick(names);
      values.put(name, formulas.formula(VARIABLES.get(name)));
    }
    return values;
  }

  private void branch(Map<String, Object> step) {
    var cases = new ArrayList<Object>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      cases.add(Values.object("when", formulas.formula(Type.BOOLEAN), "next", exit()));
    }
    step.put("cases", cases);
    leave(step, "otherwise");
  }

  private void each(Map<String, Object> step) {
    step.put("in", formulas.formula(Type.LIST));
    step.put("as", "v_any");
    leave(step, "do");
  }

  /// Runs flows further on, so that few run themselves.
  private void run(Map<String, Object> step) {
    var later = nth + 1 < FLOWS || random.nextInt(10) == 0 ? 1 : 0;
    var own = random.nextBoolean() && later > 0 && channel != Channel.NONE;
    if (own) {
      begin(step, channel.word() + "_" + later, true);
    } else {
      begin(step, "none_" + (channel == Channel.NONE ? 1 : random.nextInt(FLOWS)), true);
      step.put(
          "with",
          Values.object(
              "in_text", formulas.formula(Type.TEXT), "in_number", formulas.formula(Type.NUMBER)));
    }
    step.put("into", "v_any");
  }

  private void begin(Map<String, Object> step, String name, boolean mayFail) {
    step.put("flow", name);
    if (mayFail && random.nextBoolean()) {
      leave(step, "failed");
    }
  }

  private void fail(Map<String, Object> step) {
    if (random.nextBoolean()) {
      leave(step, "failed");
    }
  }

  private void start(Map<String, Object> step) {
    var calls = channel != Channel.VOICE && random.nextBoolean();
    begin(step, (calls ? "voice_" : "text_") + random.nextInt(FLOWS), true);
    if (calls) {
      step.put("machine", formulas.pick(List.of("talk", "hang_up", "message")));
      step.put("message", formulas.text());
      step.put("unanswered", "text_1");
    }
  }

  private void transfer(Map<String, Object> step) {
    step.put("to", formulas.pick(List.of("'+12025550199'", "contact.phone", "v_text")));
    for (var exit : List.of("busy", "no_answer", "failed")) {
      if (random.nextBoolean()) {
        leave(step, exit);
      }
    }
  }

  private void http(Map<String, Object> step) {
    step.put("connection", "orders");
    step.put("method", formulas.pick(List.of("get", "post", "delete")));
    step.put("path", "/{{ channel }}/" + formulas.text());
    step.put("query", Values.object("q", formulas.formula(Type.ANY)));
    step.put("into", "v_any");
    step.put("status_into", "v_number");
    fail(step);
  }

  private void records(Map<String, Object> step) {
    step.put("do", formulas.pick(List.of("insert", "upsert", "update", "delete", "query")));
    step.put("record", "thing");
    step.put("values", Values.object("name", formulas.formula(Type.TEXT)));
    step.put("by", List.of("name"));
    step.put("where", List.of(Values.object("field", "size", "compare", "more", "to", "1.0")));
    step.put("into", "v_any");
    fail(step);
  }

  private void wait(Map<String, Object> step) {
    if (random.nextInt(3) == 0) {
      step.put("when", formulas.formula(Type.BOOLEAN));
      step.put("patience", formulas.pick(LENGTHS));
      step.put("meanwhile", said());
      leave(step, "silent");
    } else {
      moment(step, "for", "until");
    }
    if (random.nextBoolean()) {
      leave(step, "heard");
    }
  }

  private void timer(Map<String, Object> step) {
    step.put("name", formulas.pick(List.of("one", "two", "three")));
    moment(step, "after", "at");
    begin(step, formulas.pick(List.of("text_", "web_", "none_")) + random.nextInt(FLOWS), false);
  }

  private void moment(Map<String, Object> step, String length, String moment) {
    if (random.nextBoolean()) {
      step.put(length, formulas.pick(LENGTHS));
    } else {
      step.put(moment, formulas.formula(Type.MOMENT));
    }
  }

  private void textOnce(Map<String, Object> step) {
    if (random.nextBoolean()) {
      step.put("to", formulas.pick(List.of("'+12025550199'", "contact.phone", "'nobody'")));
    }
    step.put("text", said());
    if (random.nextBoolean()) {
      leave(step, "failed");
    }
  }
}
