package dev.wayfare.flow.expression;

import dev.wayfare.flow.GoldenFile;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FunctionsPageTest {

  @Test
  void theListOfFunctionsIsFresh() {
    GoldenFile.at("../docs/expressions.md")
        .says(
            """
            # Expressions

            Expressions are written in CEL, the Common Expression Language: bare where an expression is
            meant, between `{{` and `}}` inside texts (`\\{{` is two braces that are meant). They see
            variables by name and `contact`, `profile`, `journey`, `event`, `payload`, `start`,
            `channel`, `now` and `error`. Whole numbers and others are one type: `7 / 2` is `3.5`.

            Operators: `+ - * / %`, `== != < <= > >=`, `&& || !`, `condition ? one : other`, `in`,
            `list[0]`, `object.field`, `object['field']`. On lists: `has(x.y)`, `list.all(x, …)`,
            `list.exists(x, …)`, `list.exists_one(x, …)`, `list.filter(x, …)`, `list.map(x, …)`.
            `link()` is the person's journey link; in texts `link('flow', 'step')` also says to which page
            it leads.

            An expression has at most 4,000 characters, a text it makes 65,536, and every step of its
            work counts towards the budget of the turn. It can reach nothing outside.

            This page is generated from the code.

            | Function | What it gives | Example, which is true |
            |---|---|---|
            """
                + new CelLanguage()
                    .functions().stream()
                        .filter(function -> Character.isLetter(function.name().charAt(0)))
                        .sorted(Comparator.comparing(Function::name, String.CASE_INSENSITIVE_ORDER))
                        .map(FunctionsPageTest::row)
                        .collect(Collectors.joining()));
  }

  private static String row(Function function) {
    return "| %s | %s | `%s` |\n"
        .formatted(
            function.signatures().stream()
                .map(signature -> "`" + signature.written() + "`")
                .collect(Collectors.joining("<br>")),
            function.doc(),
            function.example().replace("|", "\\|"));
  }
}
