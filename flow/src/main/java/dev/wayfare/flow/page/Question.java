package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Optional;

/// What all controls that ask share. `into` is the variable that takes the answer; in the items of
/// a list, the item's own field.
record Question(
    String id,
    String into,
    Template label,
    Optional<Template> help,
    Optional<Expression> visible,
    boolean required,
    Optional<Expression> check,
    Optional<Template> otherwise,
    boolean sensitive) {

  static Question of(Fields in, Setting setting, Type type, boolean required) {
    var into =
        setting == Setting.PAGE
            ? in.maybeSets(
                "into", type, "The variable that takes the answer; the id, when left out.")
            : Optional.<String>empty();
    var id = into.isPresent() || setting != Setting.PAGE ? named(in) : variable(in, type);
    return new Question(
        id,
        into.orElse(id),
        in.template("label", "What is asked."),
        in.maybeTemplate("help", "A sentence under the label that helps to answer."),
        Presence.condition(in),
        in.flag("required", required, "Whether an answer must be given."),
        in.maybeExpression(
            "check",
            Type.BOOLEAN,
            setting == Setting.PAGE ? Map.of(into.orElse(id), type) : Map.of(),
            "What must hold for the answer; sees all answers of the page."),
        in.maybeTemplate("otherwise", "What is said when `check` does not hold."),
        in.flag("sensitive", false, "Keeps the answer out of the trail."));
  }

  private static String named(Fields in) {
    var id = in.word("id", "The control's name, once on the page.");
    Ids.check(in, id);
    return id;
  }

  /// Without `into` the id itself is the variable, so it is read as one.
  private static String variable(Fields in, Type type) {
    return in.sets("id", type, "The control's name, once on the page, and the variable it sets.");
  }
}
