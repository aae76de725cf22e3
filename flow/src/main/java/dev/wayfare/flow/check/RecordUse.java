package dev.wayfare.flow.check;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Nearest;
import dev.wayfare.flow.step.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Steps ask of stored records only what the app's record types have.
final class RecordUse implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      flow.steps()
          .forEach(
              (id, step) -> {
                if (step instanceof Records records) {
                  var path = "flows/" + flow.name() + "/steps/" + id;
                  new OfStep(app, path, tell).check(records);
                }
              });
    }
  }

  private record OfStep(Graph app, String path, Consumer<Problem> tell) {
    private void check(Records step) {
      var types = app.app().recordTypes();
      var type = types.get(step.record());
      if (type == null) {
        if (app.at("records/" + step.record()).isEmpty()) {
          error(
              Code.RECORD_UNKNOWN,
              "record",
              "The app stores no records `%s`.".formatted(step.record()),
              Nearest.to(step.record(), types.keySet())
                  .map("Did you mean `%s`?"::formatted)
                  .orElse("Declare it in `records`."));
        }
        return;
      }
      values(step, type);
      if (step.what() == Records.Kind.UPSERT) {
        by(step, type);
      }
      for (var at = 0; at < step.where().size(); at++) {
        condition(step.where().get(at), type, "where/" + at);
      }
      step.order().forEach(word -> order(word, type));
    }

    private void error(Code code, String within, String text, String wayOut) {
      var place = app.at(path + "/" + within).isPresent() ? path + "/" + within : path;
      tell.accept(Problem.error(code, app.place(place), text, wayOut));
    }

    private void values(Records step, RecordType type) {
      step.values()
          .forEach(
              (name, value) -> {
                var within = "values/" + name;
                if (RecordType.RESERVED.contains(name)) {
                  error(
                      Code.RECORD_FIELD_WRONG,
                      within,
                      "Every record has `%s` by itself; no step sets it.".formatted(name),
                      "Leave it out.");
                  return;
                }
                field(name, type, within)
                    .filter(field -> !value.mayBe(field))
                    .ifPresent(
                        field ->
                            error(
                                Code.RECORD_FIELD_WRONG,
                                within,
                                "The field `%s` is of type %s; this is something else."
                                    .formatted(name, field.word()),
                                "Give a value of this type, or change the type of the field."));
              });
      if (step.what() == Records.Kind.INSERT || step.what() == Records.Kind.UPSERT) {
        type.fields().values().stream()
            .filter(field -> field.required() && field.initial().isEmpty())
            .filter(field -> !step.values().containsKey(field.name()))
            .forEach(
                field ->
                    error(
                        Code.RECORD_FIELD_MISSING,
                        "values",
                        "The field `%s` of `%s` is required, and it is not given."
                            .formatted(field.name(), type.name()),
                        "Give it in `values`, or let the field have a `default`."));
      }
    }

    private void by(Records step, RecordType type) {
      var by = new HashSet<>(step.by());
      if (type.unique().stream().noneMatch(rule -> by.equals(new HashSet<>(rule)))) {
        error(
            Code.RECORD_RULE_MISSING,
            "by",
            "No unique rule of `%s` has just the fields %s."
                .formatted(type.name(), by.isEmpty() ? "that `by` names" : Graph.listed(step.by())),
            "Name the fields of one of its `unique` rules in `by`, or add such a rule.");
      } else {
        step.by().stream()
            .filter(name -> !step.values().containsKey(name))
            .forEach(
                name ->
                    error(
                        Code.RECORD_FIELD_MISSING,
                        "values",
                        "The record is found by `%s`, and it is not given.".formatted(name),
                        "Give it in `values`."));
      }
    }

    private void condition(Records.Condition condition, RecordType type, String within) {
      var found = field(condition.field(), type, within + "/field");
      if (found.isEmpty()) {
        return;
      }
      var how = condition.comparison();
      if (!how.fits(found.get())) {
        error(
            Code.RECORD_FIELD_WRONG,
            within + "/compare",
            "A field of type %s cannot be compared by `%s`."
                .formatted(found.get().word(), how.name().toLowerCase(Locale.ROOT)),
            "Compare it by " + Graph.listed(comparisons(found.get())) + ".");
        return;
      }
      var alone = how == Comparison.IS_EMPTY || how == Comparison.IS_SET;
      if (condition.value().isEmpty() && !alone) {
        error(
            Code.FIELD_MISSING,
            within,
            "`%s` is compared with nothing.".formatted(condition.field()),
            "Say in `to` what it is compared with, or compare it by `is_empty`.");
      }
      condition
          .value()
          .filter(value -> !value.mayBe(wanted(how, found.get())))
          .ifPresent(
              _ ->
                  error(
                      Code.RECORD_FIELD_WRONG,
                      within + "/to",
                      "`%s` is compared with a value that it can never be."
                          .formatted(condition.field()),
                      "Compare it with %s."
                          .formatted(
                              how == Comparison.IN
                                  ? "a list"
                                  : "a value of type " + found.get().word())));
    }

    private static Type wanted(Comparison how, Type field) {
      return switch (how) {
        case IN -> Type.LIST;
        case CONTAINS -> field == Type.LIST ? Type.ANY : field;
        case IS_EMPTY, IS_SET -> Type.ANY;
        case IS, IS_NOT, LESS, AT_MOST, MORE, AT_LEAST, STARTS_WITH -> field;
      };
    }

    private static List<String> comparisons(Type type) {
      var fitting = new ArrayList<String>();
      for (var how : Comparison.values()) {
        if (how.fits(type)) {
          fitting.add(how.name().toLowerCase(Locale.ROOT));
        }
      }
      return fitting;
    }

    private void order(String word, RecordType type) {
      var name = word.startsWith("-") ? word.substring(1) : word;
      field(name, type, "order")
          .filter(field -> !RecordType.ordered(field))
          .ifPresent(
              field ->
                  error(
                      Code.RECORD_FIELD_WRONG,
                      "order",
                      "Nothing can be ordered by `%s`, which is of type %s."
                          .formatted(name, field.word()),
                      "Order by a text, a number, a day or time, or a boolean."));
    }

    private Optional<Type> field(String name, RecordType type, String within) {
      var known = type.fieldType(name);
      if (known.isEmpty()) {
        error(
            Code.RECORD_FIELD_UNKNOWN,
            within,
            "`%s` has no field `%s`.".formatted(type.name(), name),
            Nearest.to(name, type.fields().keySet())
                .map("Did you mean `%s`?"::formatted)
                .orElse("Declare it in `records/%s/fields`.".formatted(type.name())));
      }
      return known;
    }
  }
}
