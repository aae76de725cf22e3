package dev.wayfare.flow.step;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stores, changes, deletes or finds records, as part of this very turn.
public record Records(
    Kind what,
    String record,
    Map<String, Expression> values,
    List<String> by,
    List<Condition> where,
    List<String> order,
    int limit,
    Optional<Expression> skip,
    boolean first,
    Optional<String> into,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "records",
          StepType.EVERYWHERE,
          Set.of(),
          "Stores, changes, deletes or finds records, as part of this very turn.",
          """
          channel: text
          start: book
          steps:
            book:
              type: records
              do: insert
              record: example
              values: {name: "event.text"}
              into: made
              next: done
              failed: taken
            done: {type: say, text: "That is noted."}
            taken: {type: say, text: "That is taken ({{ error.code }})."}
          """,
          Records::new);

  /// What is done with records.
  public enum Kind {
    INSERT,
    UPSERT,
    UPDATE,
    DELETE,
    QUERY
  }

  /// One condition on a field.
  public record Condition(String field, Request.Comparison comparison, Optional<Expression> value) {
    Condition(Fields in) {
      this(
          in.word("field", "The field."),
          in.choice(
              "compare", Request.Comparison.class, Request.Comparison.IS, "How it is compared."),
          in.maybeExpression("to", Type.ANY, "What it is compared to."));
    }

    private Request.Filter of(Scene scene) {
      return new Request.Filter(field, comparison, value.map(scene::value).orElse(""));
    }
  }

  Records(Fields in) {
    this(
        in.choice("do", Kind.class, "What is done."),
        in.word("record", "The kind of record, from the app's `records`."),
        in.expressions("values", "The fields to store, by name."),
        in.words("by", "For `upsert`: the fields that tell which record is meant."),
        in.list("where", Condition::new, "Conditions that must all hold."),
        in.words("order", "Fields to order by; `-field` for the greatest first."),
        in.count("limit", 50, 1, 1_000, "How many are found at most."),
        in.maybeExpression("skip", Type.NUMBER, "How many are passed over."),
        in.flag("first", false, "For `query`: only the first; `{}` when there is none."),
        in.maybeSets(
            "into",
            "The variable that takes the record, the count of changed ones, or the list found."),
        in.exit("next", "Where to go on."),
        in.maybeExit("failed", "Where to go when a rule was broken; `error` says which."));
  }

  @Override
  public Move run(Scene scene) {
    return Asking.run(scene, failed, () -> ask(scene), answer -> take(scene, answer));
  }

  private Move ask(Scene scene) {
    scene.note("records", Map.of("do", Words.of(what), "record", record));
    return new Move.Outside(request(scene));
  }

  private Request request(Scene scene) {
    var conditions = where.stream().map(condition -> condition.of(scene)).toList();
    return switch (what) {
      case INSERT -> new Request.Insert(record, scene.values(values));
      case UPSERT -> new Request.Upsert(record, by, scene.values(values));
      case UPDATE -> new Request.Update(record, conditions, scene.values(values));
      case DELETE -> new Request.Delete(record, conditions);
      case QUERY ->
          new Request.Query(
              record,
              conditions,
              order.stream().map(Records::order).toList(),
              first ? 1 : limit,
              skip.map(scene::value).map(some -> (int) (double) (Double) some).orElse(0));
    };
  }

  private static Request.Order order(String word) {
    return word.startsWith("-")
        ? new Request.Order(word.substring(1), true)
        : new Request.Order(word, false);
  }

  private Move take(Scene scene, Object answer) {
    var parts = (Map<?, ?>) answer;
    into.ifPresent(variable -> scene.set(variable, kept(parts)));
    return Move.through(next);
  }

  private Object kept(Map<?, ?> answer) {
    return switch (what) {
      case INSERT, UPSERT -> answer;
      case UPDATE, DELETE -> some(answer.get("count"), 0d);
      case QUERY -> {
        var items = answer.get("items") instanceof List<?> list ? list : List.of();
        yield first ? (items.isEmpty() ? Map.of() : some(items.getFirst(), Map.of())) : items;
      }
    };
  }

  private static Object some(@org.jspecify.annotations.Nullable Object value, Object otherwise) {
    return value == null || Values.isEmpty(value) ? otherwise : value;
  }
}
