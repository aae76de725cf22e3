package dev.wayfare.flow.check;

import dev.wayfare.flow.GoldenFile;
import dev.wayfare.flow.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemsPageTest {

  @Test
  void theListOfProblemsIsFresh() {
    GoldenFile.at("../docs/problems.md")
        .says(
            """
            # What can be wrong with an app

            Every problem has a code, a severity, a place in the document (path, line and column), a
            sentence that says what was found, and a way out. An error blocks a publish; a warning
            needs a reason that is kept; a hint blocks nothing. Codes are stable: they are added, never
            renamed. `./wayfare check FILE` tells all problems of a document at once.

            This page is generated from the code.

            | Code | Meaning |
            |---|---|
            """
                + Arrays.stream(Problem.Code.values())
                    .map(code -> "| `%s` | %s |\n".formatted(code, code.meaning()))
                    .collect(Collectors.joining()));
  }
}
