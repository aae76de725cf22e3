package dev.wayfare.flow.request;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.request.PayloadSchema.Rule;
import dev.wayfare.flow.request.PayloadSchema.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns a schema into rules, one for each of its words.
final class SchemaReader {
  /// Words that say nothing about what is valid.
  private static final Set<String> REMARKS =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "example",
          "deprecated",
          "readOnly",
          "writeOnly",
          "$schema",
          "$comment",
          "note");

  private static final String KNOWN =
      "Use type, enum, const, properties, required, additionalProperties, minProperties,"
          + " maxProperties, items, minItems, maxItems, uniqueItems, minLength, maxLength, pattern,"
          + " format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, allOf,"
          + " anyOf, oneOf or not.";

  private static final int DEEPEST = 32;
  private static final Rule ANYTHING = (_, _, _) -> {};

  private final PayloadSchema.Problems problems;
  private int depth;

  SchemaReader(PayloadSchema.Problems problems) {
    this.problems = problems;
  }

  Rule read(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(Boolean yes, _) -> yes ? ANYTHING : SchemaReader::nothingFits;
      case Tree.Branch(var fields, _) -> object(tree, fields);
      case Tree.Leaf _, Tree.Twigs _ -> {
        problems.tell(
            tree.place(), "A schema is an object, or true or false.", "Write {type: object, …}.");
        yield ANYTHING;
      }
    };
  }

  private Rule object(Tree tree, Map<String, Tree> fields) {
    if (depth == DEEPEST) {
      problems.tell(tree.place(), "The schema nests deeper than " + DEEPEST + ".", "Flatten it.");
      return ANYTHING;
    }
    depth++;
    var rules = new ArrayList<Rule>();
    fields.forEach((word, value) -> word(fields, word, value).ifPresent(rules::add));
    depth--;
    return (value, pointer, told) -> rules.forEach(rule -> rule.judge(value, pointer, told));
  }

  private static void nothingFits(@Nullable Object value, String pointer, Told told) {
    told.add(pointer, "field_unknown", "There is no such field.");
  }

  private Optional<Rule> word(Map<String, Tree> all, String word, Tree value) {
    return switch (word) {
      case "type" -> type(value);
      case "enum" -> oneOfThese(value);
      case "const" -> Optional.of(constant(PayloadSchema.plain(value)));
      case "properties" -> properties(value);
      case "required" -> required(value);
      case "additionalProperties" -> others(all, value);
      case "items" -> items(value);
      case "uniqueItems" -> unique(value);
      case "pattern" -> pattern(value);
      case "format" -> format(value);
      case "allOf", "anyOf", "oneOf" -> several(word, value);
      case "not" -> Optional.of(not(read(value)));
      case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
          count(word, value).map(most -> sized(word, most));
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          number(word, value).map(limit -> figure(word, limit));
      default -> {
        if (!REMARKS.contains(word)) {
          problems.tell(value.place(), "A payload's schema has no word `" + word + "`.", KNOWN);
        }
        yield Optional.empty();
      }
    };
  }

  // --- types and constants

  private Optional<Rule> type(Tree value) {
    var types = new LinkedHashSet<String>();
    for (var word : value instanceof Tree.Twigs(var items, _) ? items : List.of(value)) {
      if (word instanceof Tree.Leaf(String type, _) && is(type, 0d).isPresent()) {
        types.add(type);
      } else {
        problems.tell(
            word.place(),
            "This is no type.",
            "Use object, array, string, number, integer, boolean or null.");
      }
    }
    if (types.isEmpty()) {
      return Optional.empty();
    }
    var wanted = types.stream().map(SchemaReader::called).toList();
    var said = "Expected " + String.join(" or ", wanted) + ", found ";
    return Optional.of(
        (found, pointer, told) -> {
          if (types.stream().noneMatch(type -> is(type, found).orElse(false))) {
            told.add(pointer, "type_wrong", said + PayloadSchema.kind(found) + ".");
          }
        });
  }

  private static Optional<Boolean> is(String type, @Nullable Object value) {
    return switch (type) {
      case "object" -> Optional.of(value instanceof Map<?, ?>);
      case "array" -> Optional.of(value instanceof List<?>);
      case "string" -> Optional.of(value instanceof String);
      case "number" -> Optional.of(value instanceof Double);
      case "integer" -> Optional.of(value instanceof Double it && it == Math.rint(it));
      case "boolean" -> Optional.of(value instanceof Boolean);
      case "null" -> Optional.of(value == null);
      default -> Optional.empty();
    };
  }

  private static String called(String type) {
    return switch (type) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "string" -> "a text";
      case "number" -> "a number";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "nothing";
    };
  }

  private Optional<Rule> oneOfThese(Tree value) {
    if (!(value instanceof Tree.Twigs(var items, _)) || items.isEmpty()) {
      problems.tell(value.place(), "`enum` is a list of values.", "Write enum: [small, large].");
      return Optional.empty();
    }
    var values = new HashSet<@Nullable Object>();
    var shown = new ArrayList<String>();
    for (var item : items) {
      values.add(PayloadSchema.plain(item));
      shown.add(
          item instanceof Tree.Leaf(var leaf, _) ? shown(leaf) : PayloadSchema.kind(List.of()));
    }
    var said = "Expected one of " + String.join(", ", shown) + ".";
    return Optional.of(
        (found, pointer, told) -> {
          if (!values.contains(found)) {
            told.add(pointer, "value_unexpected", said);
          }
        });
  }

  private static String shown(@Nullable Object leaf) {
    return leaf == null ? "null" : dev.wayfare.flow.Values.show(leaf);
  }

  private static Rule constant(@Nullable Object wanted) {
    return (found, pointer, told) -> {
      if (!(wanted == null ? found == null : wanted.equals(found))) {
        told.add(pointer, "value_unexpected", "Expected " + shown(wanted) + ".");
      }
    };
  }

  // --- objects

  private Optional<Rule> properties(Tree value) {
    if (!(value instanceof Tree.Branch(var fields, _))) {
      problems.tell(value.place(), "`properties` is an object of schemas.", KNOWN);
      return Optional.empty();
    }
    var rules = new LinkedHashMap<String, Rule>();
    fields.forEach((name, schema) -> rules.put(name, read(schema)));
    return Optional.of(
        (found, pointer, told) -> {
          if (found instanceof Map<?, ?> object) {
            rules.forEach(
                (name, rule) -> {
                  if (object.containsKey(name)) {
                    rule.judge(object.get(name), in(pointer, name), told);
                  }
                });
          }
        });
  }

  private Optional<Rule> required(Tree value) {
    var names = new ArrayList<String>();
    if (value instanceof Tree.Twigs(var items, _)) {
      for (var item : items) {
        if (item instanceof Tree.Leaf(String name, _)) {
          names.add(name);
        }
      }
    }
    if (!(value instanceof Tree.Twigs(var items, _)) || names.size() != items.size()) {
      problems.tell(value.place(), "`required` is a list of names.", "Write required: [phone].");
    }
    return Optional.of(
        (found, pointer, told) -> {
          if (found instanceof Map<?, ?> object) {
            for (var name : names) {
              if (!object.containsKey(name)) {
                told.add(in(pointer, name), "field_missing", "This field is missing.");
              }
            }
          }
        });
  }

  private Optional<Rule> others(Map<String, Tree> all, Tree value) {
    var known =
        all.get("properties") instanceof Tree.Branch(var fields, _)
            ? Set.copyOf(fields.keySet())
            : Set.<String>of();
    var rule = read(value);
    return Optional.of(
        (found, pointer, told) -> {
          if (found instanceof Map<?, ?> object) {
            object.forEach(
                (name, field) -> {
                  if (!known.contains(name.toString())) {
                    rule.judge(field, in(pointer, name.toString()), told);
                  }
                });
          }
        });
  }

  // --- lists

  private Optional<Rule> items(Tree value) {
    var rule = read(value);
    return Optional.of(
        (found, pointer, told) -> {
          if (found instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
              rule.judge(list.get(i), pointer + "/" + i, told);
            }
          }
        });
  }

  private Optional<Rule> unique(Tree value) {
    if (!(value instanceof Tree.Leaf(Boolean yes, _))) {
      problems.tell(value.place(), "`uniqueItems` is true or false.", "Write uniqueItems: true.");
      return Optional.empty();
    }
    return yes
        ? Optional.of(
            (found, pointer, told) -> {
              if (found instanceof List<?> list && new HashSet<>(list).size() < list.size()) {
                told.add(pointer, "value_repeated", "Two items of this list are the same.");
              }
            })
        : Optional.empty();
  }

  // --- texts

  private Optional<Rule> pattern(Tree value) {
    if (!(value instanceof Tree.Leaf(String source, _))) {
      problems.tell(value.place(), "`pattern` is a text.", "Write pattern: '^[A-Z]{3}$'.");
      return Optional.empty();
    }
    try {
      var pattern = Pattern.compile(source);
      return Optional.of(
          text(
              found -> pattern.matcher(found).find(),
              "value_unexpected",
              "Expected a text of the form " + source + "."));
    } catch (PatternSyntaxException unreadable) {
      problems.tell(
          value.place(),
          "The pattern cannot be read: " + unreadable.getDescription() + ".",
          "Use RE2's expressions: no look-around and no back references.");
      return Optional.empty();
    }
  }

  private Optional<Rule> format(Tree value) {
    var known =
        value instanceof Tree.Leaf(String name, _) ? Formats.of(name) : Optional.<Formats>empty();
    if (known.isEmpty()) {
      problems.tell(
          value.place(), "This format is not known.", "Use one of " + Formats.NAMES + ".");
    }
    return known.map(
        format -> text(format::fits, "value_unexpected", "Expected " + format.words() + "."));
  }

  private static Rule text(Predicate<String> fits, String code, String said) {
    return (found, pointer, told) -> {
      if (found instanceof String text && !fits.test(text)) {
        told.add(pointer, code, said);
      }
    };
  }

  // --- sizes and numbers

  private Optional<Integer> count(String word, Tree value) {
    if (value instanceof Tree.Leaf(Double number, _)
        && number >= 0
        && number <= 1_000_000
        && number == Math.rint(number)) {
      return Optional.of(number.intValue());
    }
    problems.tell(value.place(), "`" + word + "` is a whole number from 0.", "Write one.");
    return Optional.empty();
  }

  private static Rule sized(String word, int limit) {
    var least = word.startsWith("min");
    var what = word.substring(3);
    var unit =
        switch (what) {
          case "Length" -> "characters";
          case "Items" -> "items";
          default -> "fields";
        };
    var said = "Expected at " + (least ? "least " : "most ") + limit + " " + unit + ".";
    return (found, pointer, told) -> {
      var size = size(what, found);
      if (size >= 0 && (least ? size < limit : size > limit)) {
        told.add(pointer, "length_wrong", said);
      }
    };
  }

  private static int size(String what, @Nullable Object found) {
    return switch (found) {
      case String text when what.equals("Length") -> text.codePointCount(0, text.length());
      case List<?> list when what.equals("Items") -> list.size();
      case Map<?, ?> map when what.equals("Properties") -> map.size();
      case null, default -> -1;
    };
  }

  private Optional<Double> number(String word, Tree value) {
    if (value instanceof Tree.Leaf(Double number, _)
        && (!word.equals("multipleOf") || number > 0)) {
      return Optional.of(number);
    }
    problems.tell(value.place(), "`" + word + "` is a number.", "Write one.");
    return Optional.empty();
  }

  private static Rule figure(String word, double limit) {
    Predicate<Double> fits =
        switch (word) {
          case "minimum" -> number -> number >= limit;
          case "maximum" -> number -> number <= limit;
          case "exclusiveMinimum" -> number -> number > limit;
          case "exclusiveMaximum" -> number -> number < limit;
          default -> number -> multiple(number, limit);
        };
    var words =
        switch (word) {
          case "minimum" -> "at least ";
          case "maximum" -> "at most ";
          case "exclusiveMinimum" -> "more than ";
          case "exclusiveMaximum" -> "less than ";
          default -> "a multiple of ";
        };
    var said = "Expected " + words + shown(limit) + ".";
    return (found, pointer, told) -> {
      if (found instanceof Double number && !fits.test(number)) {
        told.add(pointer, "number_wrong", said);
      }
    };
  }

  /// As people count: 0.3 is a multiple of 0.1.
  private static boolean multiple(double number, double of) {
    return Double.isFinite(number)
        && new java.math.BigDecimal(Double.toString(number))
                .remainder(new java.math.BigDecimal(Double.toString(of)))
                .signum()
            == 0;
  }

  // --- schemas of schemas

  private Optional<Rule> several(String word, Tree value) {
    if (!(value instanceof Tree.Twigs(var items, _)) || items.isEmpty()) {
      problems.tell(value.place(), "`" + word + "` is a list of schemas.", KNOWN);
      return Optional.empty();
    }
    var rules = items.stream().map(this::read).toList();
    if (word.equals("allOf")) {
      return Optional.of(
          (found, pointer, told) -> rules.forEach(rule -> rule.judge(found, pointer, told)));
    }
    var one = word.equals("oneOf");
    var said =
        one
            ? "Expected exactly one of the forms it may have."
            : "Expected one of the forms it may have.";
    return Optional.of(
        (found, pointer, told) -> {
          var fitting = rules.stream().filter(rule -> fits(rule, found)).limit(2).count();
          if (fitting == 0 || one && fitting > 1) {
            told.add(pointer, "value_unexpected", said);
          }
        });
  }

  private static Rule not(Rule rule) {
    return (found, pointer, told) -> {
      if (fits(rule, found)) {
        told.add(pointer, "value_unexpected", "This is a value it may not have.");
      }
    };
  }

  private static boolean fits(Rule rule, @Nullable Object found) {
    var told = new Told();
    rule.judge(found, "", told);
    return told.isEmpty();
  }

  private static String in(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
