package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Options that people would choose by texting a word that carriers, and the server, take for
/// themselves: whoever answers `cancel` gets no more texts, and the app never hears of it.
///
/// START and YES are none of them: they mean something else only to people who have left before.
public final class OptWords implements Checks.Check {
  public static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE");
  public static final Set<String> HELP = Set.of("HELP", "INFO");

  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      if (flow.channel() == Channel.TEXT) {
        flow.steps().keySet().forEach(step -> options(app, flow, step, tell));
      }
    }
  }

  private static void options(Graph app, Flow flow, String step, Consumer<Problem> tell) {
    var path = "flows/" + flow.name() + "/steps/" + step + "/options";
    if (app.at(path).orElse(null) instanceof Tree.Branch(var options, _)) {
      options.forEach(
          (name, option) -> {
            if (option instanceof Tree.Branch(var fields, _)) {
              answers(fields).forEach(answer -> judge(name, answer, tell));
            }
          });
    }
  }

  /// What people may answer to choose an option, besides its number.
  private static List<Tree.Leaf> answers(Map<String, Tree> fields) {
    var answers = new ArrayList<Tree.Leaf>();
    if (fields.get("match") instanceof Tree.Twigs(var words, _)) {
      words.stream()
          .filter(Tree.Leaf.class::isInstance)
          .map(Tree.Leaf.class::cast)
          .forEach(answers::add);
    }
    if (fields.get("label") instanceof Tree.Leaf label) {
      answers.add(label);
    }
    return answers;
  }

  private static void judge(String option, Tree.Leaf answer, Consumer<Problem> tell) {
    if (!(answer.value() instanceof String written)) {
      return;
    }
    var word = plain(written);
    if (STOP.contains(word) || HELP.contains(word)) {
      tell.accept(
          Problem.warning(
              Code.WORD_TAKEN,
              answer.place(),
              STOP.contains(word)
                  ? "Whoever texts `%s` to choose `%s` asks for no more texts: the app never hears it."
                      .formatted(written, option)
                  : "Whoever texts `%s` to choose `%s` is told how to stop: the app never hears it."
                      .formatted(written, option),
              "Use another word for it, and in labels more than this one word."));
    }
  }

  /// As a text is compared with these words: case and what stands around do not matter.
  private static String plain(String written) {
    return written.toUpperCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}]+$", "");
  }
}
