package dev.wayfare.flow.check;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/// The kinds of record an app stores are within the limits, and their rules and indexes name fields
/// that can be compared.
final class RecordTypes implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    var types = app.app().recordTypes();
    most(app, "records", "record types", types.size(), RecordType.MOST_TYPES, tell);
    for (var type : types.values()) {
      var path = "records/" + type.name();
      fields(app, type, path, tell);
      lists(
          app, type, type.unique(), path + "/unique", "unique rules", RecordType.MOST_RULES, tell);
      lists(app, type, type.indexes(), path + "/indexes", "indexes", RecordType.MOST_INDEXES, tell);
    }
  }

  private static void most(
      Graph app, String path, String what, int found, int most, Consumer<Problem> tell) {
    if (found > most) {
      tell.accept(
          Problem.error(
              Code.LIMIT,
              app.place(path),
              "At most %d %s are possible here, found %d.".formatted(most, what, found),
              "Remove some."));
    }
  }

  private static void fields(Graph app, RecordType type, String path, Consumer<Problem> tell) {
    most(app, path + "/fields", "fields", type.fields().size(), RecordType.MOST_FIELDS, tell);
    for (var field : type.fields().values()) {
      var place = app.place(path + "/fields/" + field.name());
      if (RecordType.RESERVED.contains(field.name())) {
        tell.accept(
            Problem.error(
                Code.NAME_TAKEN,
                place,
                "Every record has `%s` by itself.".formatted(field.name()),
                "Choose another name; `id`, `created` and `changed` are always there."));
      }
      if (field.type() == Type.SECRET) {
        tell.accept(
            Problem.error(
                Code.RECORD_FIELD_WRONG,
                place,
                "`%s` is a secret, and records are shown to people.".formatted(field.name()),
                "Keep secrets in `profile_values`."));
      }
    }
  }

  private static void lists(
      Graph app,
      RecordType type,
      List<List<String>> lists,
      String path,
      String what,
      int most,
      Consumer<Problem> tell) {
    most(app, path, what, lists.size(), most, tell);
    var seen = new HashSet<List<String>>();
    for (var fields : lists) {
      var place = app.place(path);
      if (fields.isEmpty() || new HashSet<>(fields).size() < fields.size()) {
        tell.accept(
            Problem.error(
                Code.FIELD_WRONG,
                place,
                "One of the %s names no field, or one twice.".formatted(what),
                "Name at least one field, each once."));
      }
      if (!seen.add(fields)) {
        tell.accept(
            Problem.error(
                Code.NAME_TAKEN,
                place,
                "Two of the %s have the fields %s.".formatted(what, Graph.listed(fields)),
                "Keep one of them."));
      }
      for (var name : fields) {
        var field = type.fields().get(name);
        if (field == null) {
          tell.accept(
              Problem.error(
                  Code.RECORD_FIELD_UNKNOWN,
                  place,
                  "`%s` has no field `%s`.".formatted(type.name(), name),
                  Nearest.to(name, type.fields().keySet())
                      .map("Did you mean `%s`?"::formatted)
                      .orElse("Declare it in `fields`.")));
        } else if (!RecordType.ordered(field.type())) {
          tell.accept(
              Problem.error(
                  Code.RECORD_FIELD_WRONG,
                  place,
                  "The %s cannot hold `%s`, which is of type %s."
                      .formatted(what, name, field.type().word()),
                  "Name texts, numbers, days, times, moments and booleans only."));
        }
      }
    }
  }
}
