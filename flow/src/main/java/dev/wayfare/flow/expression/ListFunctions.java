package dev.wayfare.flow.expression;

import static dev.wayfare.flow.expression.Operators.in;

import dev.wayfare.flow.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be done with lists, objects and values of any kind.
final class ListFunctions {
  private ListFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of(
            "size",
            "How many characters a text, items a list or fields an object has.",
            "size([1, 2]) + 'abc'.size() == 5",
            (run, in) -> size(run, in(in[0])),
            "size(text) number",
            "size(list<A>) number",
            "size(map<A>) number",
            "text.size() number",
            "list<A>.size() number",
            "map<A>.size() number"),
        Function.of(
            "empty",
            "Whether a value says nothing: an empty text, list or object, or nothing at all.",
            "empty('') && empty([]) && !empty(0)",
            (_, in) -> Values.isEmpty(in[0]),
            "empty(any) boolean"),
        Function.of(
            "first",
            "The first item of a list.",
            "first(['a', 'b']) == 'a'",
            (run, in) -> Plain.read(some(run, in).getFirst()),
            "first(list<A>) A"),
        Function.of(
            "last",
            "The last item of a list.",
            "last(['a', 'b']) == 'b'",
            (run, in) -> Plain.read(some(run, in).getLast()),
            "last(list<A>) A"),
        Function.of(
            "keys",
            "The names of the fields of an object.",
            "keys({'a': 1}) == ['a']",
            (run, in) -> {
              var map = (Map<?, ?>) in(in[0]);
              run.spend(map.size());
              return Plain.keys(map);
            },
            "keys(map<A>) list<text>"),
        Function.of(
            "bool",
            "The boolean a text writes: `true` or `false`.",
            "bool('true') == true",
            (run, in) ->
                in[0] instanceof Boolean given
                    ? given
                    : switch ((String) in(in[0])) {
                      case "true" -> true;
                      case "false" -> false;
                      default -> throw run.failed("The text `true` or `false` was expected.");
                    },
            "bool(text) boolean",
            "bool(boolean) boolean"),
        Function.of(
            "dyn",
            "A value whose type is judged only when the expression runs.",
            "dyn(3) == 3",
            (_, in) -> in[0],
            "dyn(any) any"));
  }

  private static double size(Run run, Object value) {
    return switch (value) {
      case String text -> {
        run.spendOn(text);
        yield text.codePointCount(0, text.length());
      }
      case List<?> list -> list.size();
      default -> ((Map<?, ?>) value).size();
    };
  }

  private static List<?> some(Run run, @Nullable Object[] in) {
    var list = (List<?>) in(in[0]);
    if (list.isEmpty()) {
      throw run.failed("A list with an item in it was expected, found an empty one.");
    }
    return list;
  }
}
