package dev.wayfare.flow.play;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.page.ControlTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// The controls of a page, of every type, in one another where they may be.
final class RandomPages {
  private static final List<String> SHOWING =
      List.of("heading", "text", "image", "link", "divider", "progress");
  private static final List<String> ASKING =
      List.of(
          ("text_field long_text number money date time email phone address choice choices checkbox"
                  + " consent file signature rating")
              .split(" "));
  private static final List<String> ON_PAGES =
      ControlTypes.ALL.stream().map(type -> type.word()).toList();

  private final Random random;
  private final RandomFormulas formulas;
  private final Supplier<String> exit;
  private int count;

  RandomPages(Random random, RandomFormulas formulas, Supplier<String> exit) {
    this.random = random;
    this.formulas = formulas;
    this.exit = exit;
  }

  List<Object> controls(String prefix) {
    return some(ON_PAGES, prefix, 0, 9);
  }

  private List<Object> some(List<String> types, String prefix, int depth, int most) {
    var controls = new ArrayList<Object>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      controls.add(control(formulas.pick(types), prefix, depth));
    }
    return controls;
  }

  private Map<String, Object> control(String type, String prefix, int depth) {
    var control = new LinkedHashMap<String, Object>();
    control.put("type", type);
    if (ASKING.contains(type)) {
      ask(control, prefix + count++);
    }
    own(control, type, prefix, depth);
    if (random.nextInt(6) == 0) {
      control.put("visible", formulas.formula(Type.BOOLEAN));
    }
    return control;
  }

  private void ask(Map<String, Object> control, String id) {
    control.put("id", id);
    control.put("label", formulas.text());
    if (random.nextInt(3) == 0) {
      control.put("required", random.nextBoolean());
    }
    if (random.nextInt(6) == 0) {
      control.put("check", formulas.formula(Type.BOOLEAN));
      control.put("otherwise", formulas.text());
    }
    if (random.nextInt(6) == 0) {
      control.put("sensitive", true);
    }
  }

  private void own(Map<String, Object> control, String type, String prefix, int depth) {
    switch (type) {
      case "heading", "text" -> control.put("text", formulas.text());
      case "image" -> {
        control.put("source", "/van.png");
        control.put("alt", formulas.text());
      }
      case "link" -> {
        control.put("label", formulas.text());
        control.put("url", formulas.text());
      }
      case "progress" -> {
        control.put("label", formulas.text());
        control.put("value", formulas.formula(Type.NUMBER));
        if (random.nextBoolean()) {
          control.put("most", formulas.formula(Type.NUMBER));
        }
      }
      case "container" -> control.put("controls", within(prefix, depth));
      case "form" -> {
        control.put("label", formulas.text());
        control.put("controls", within(prefix, depth));
      }
      case "list" -> list(control, prefix);
      case "number" -> control.put("decimals", random.nextInt(4));
      case "money" -> control.put("currency", "EUR");
      case "date" -> {
        if (random.nextBoolean()) {
          control.put("min", formulas.formula(Type.DATE));
        }
      }
      case "choice", "choices" -> options(control);
      case "consent" -> control.put("statement", formulas.text());
      case "button" -> button(control, prefix);
      default -> {}
    }
  }

  private List<Object> within(String prefix, int depth) {
    var types = new ArrayList<>(ASKING);
    types.addAll(SHOWING);
    if (depth < 2) {
      types.add("container");
    }
    return some(types, prefix, depth + 1, 2);
  }

  private void list(Map<String, Object> control, String prefix) {
    control.put("as", "entry");
    if (random.nextBoolean()) {
      control.put("in", formulas.formula(Type.LIST));
      control.put(
          "controls",
          new RandomPages(random, formulas.with("entry", Type.ANY), exit)
              .some(SHOWING, prefix, 1, 2));
      return;
    }
    ask(control, prefix + count++);
    control.put("least", random.nextInt(2));
    control.put("most", 1 + random.nextInt(3));
    control.put("controls", some(ASKING, "i", 1, 2));
  }

  private void options(Map<String, Object> control) {
    if (random.nextBoolean()) {
      control.put("options", List.of(Values.object("value", "one"), Values.object("value", "two")));
    } else {
      control.put("options_from", formulas.formula(Type.LIST));
    }
  }

  private void button(Map<String, Object> control, String prefix) {
    control.put("id", prefix + "b" + count++);
    control.put("label", formulas.text());
    if (random.nextBoolean()) {
      control.put("next", exit.get());
    }
    control.put("skip_checks", random.nextInt(4) == 0);
  }
}
