package dev.wayfare.flow.request;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The JSON Schema of a payload, in the part of JSON Schema 2020-12 that `docs` and OpenAPI tools
/// all understand: no references, no conditions. What it does not know is refused when the document
/// is checked, never passed over.
///
/// It judges JSON as it came: texts, `Double`s, booleans, lists, maps and nothing (`null`).
public final class PayloadSchema {
  private static final int MOST_TOLD = 20;

  private final Rule rule;
  private final @Nullable Object document;

  private PayloadSchema(Rule rule, @Nullable Object document) {
    this.rule = rule;
    this.document = document;
  }

  /// Reads a schema; every problem is told with its place, its text and a way out.
  public static PayloadSchema read(Tree tree, Problems problems) {
    return new PayloadSchema(new SchemaReader(problems).read(tree), plain(tree));
  }

  /// Hears what is wrong with a schema.
  @FunctionalInterface
  public interface Problems {
    void tell(Place place, String text, String wayOut);
  }

  /// One thing a schema says of a value.
  interface Rule {
    void judge(@Nullable Object value, String pointer, Told told);
  }

  /// What was found so far.
  static final class Told {
    private final List<Mismatch> all = new ArrayList<>();

    void add(String pointer, String code, String message) {
      if (all.size() < MOST_TOLD) {
        all.add(new Mismatch(pointer, code, message));
      }
    }

    boolean isEmpty() {
      return all.isEmpty();
    }
  }

  /// All that is wrong with a payload, the first twenty.
  public List<Mismatch> judge(@Nullable Object payload) {
    var told = new Told();
    rule.judge(payload, "", told);
    return List.copyOf(told.all);
  }

  /// The schema itself, as plain JSON.
  public @Nullable Object document() {
    return document;
  }

  /// What a tree holds, as JSON.
  static @Nullable Object plain(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(var value, _) -> value;
      case Tree.Twigs(var items, _) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(plain(item)));
        yield list;
      }
      case Tree.Branch(var fields, _) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        BiConsumer<String, Tree> put = (name, field) -> map.put(name, plain(field));
        fields.forEach(put);
        yield map;
      }
    };
  }

  /// What a value is called in a message: never the value itself.
  static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String _ -> "a text";
      case Number _ -> "a number";
      case Boolean _ -> "true or false";
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "an object";
      default -> "something else";
    };
  }
}
