package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Every option of a question can be chosen: some word, its number or its label is heard for it and
/// for none before it.
final class Options implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      for (var step : flow.steps().keySet()) {
        if (app.at(path(flow, step)).orElse(null) instanceof Tree.Branch(var options, _)) {
          options(options, flow.channel() == Channel.VOICE, tell);
        }
      }
    }
  }

  private static String path(Flow flow, String step) {
    return "flows/" + flow.name() + "/steps/" + step + "/options";
  }

  private static void options(Map<String, Tree> options, boolean call, Consumer<Problem> tell) {
    var takenBy = new LinkedHashMap<String, String>();
    var number = 0;
    for (var each : options.entrySet()) {
      number++;
      if (each.getValue() instanceof Tree.Branch(var fields, var place)) {
        var words = words(fields, number, call);
        judge(each.getKey(), words, fields.containsKey("label"), takenBy, place, tell);
        words.forEach(word -> takenBy.putIfAbsent(word, each.getKey()));
      }
    }
  }

  private static void judge(
      String option,
      Set<String> words,
      boolean labelled,
      Map<String, String> takenBy,
      Place place,
      Consumer<Problem> tell) {
    if (words.isEmpty()) {
      tell.accept(
          never(
              place,
              "Nothing is heard as the option `%s`.".formatted(option),
              "Give it words in `match`, or a `label`."));
    } else if (takenBy.keySet().containsAll(words)) {
      var before = new LinkedHashSet<String>();
      words.forEach(word -> before.add(takenBy.getOrDefault(word, "")));
      tell.accept(
          never(
              place,
              "Whatever is heard as the option `%s` is heard as %s before."
                  .formatted(option, Graph.listed(before)),
              labelled
                  ? "Give it a label of its own, or take its words from the others."
                  : "Give it a word of its own in `match`."));
    }
  }

  private static Problem never(Place place, String text, String wayOut) {
    return Problem.warning(Code.OPTION_NEVER_MATCHES, place, text, wayOut);
  }

  /// What is heard for an option. A label with holes may be anything, so it stands for itself; on a
  /// call every option has its key.
  private static Set<String> words(Map<String, Tree> fields, int number, boolean call) {
    var words = new LinkedHashSet<String>();
    var matches = fields.get("match") instanceof Tree.Twigs(var items, _) ? items : List.<Tree>of();
    for (var item : matches) {
      if (item instanceof Tree.Leaf(String word, _)) {
        words.add(plain(word));
      }
    }
    if (fields.get("label") instanceof Tree.Leaf(String label, _)) {
      words.add(plain(label));
    }
    if (fields.get("key") instanceof Tree.Leaf(String key, _)) {
      words.add(plain(key));
    } else if (call || fields.containsKey("label")) {
      words.add("" + number);
    }
    words.remove("");
    return words;
  }

  /// As answers are compared: case, outer space and a closing mark do not matter.
  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
  }
}
