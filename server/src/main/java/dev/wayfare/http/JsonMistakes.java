package dev.wayfare.http;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a JSON body without repeating what was in it.
final class JsonMistakes {

  private JsonMistakes() {}

  static ProblemException explain(JacksonException cause) {
    var path = path(cause);
    return switch (cause) {
      case UnrecognizedPropertyException unknown -> {
        var known =
            unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        yield ProblemException.unprocessable(
            List.of(
                new Mistake(
                    "field_unknown",
                    path,
                    "There is no field %s here.".formatted(path),
                    known.isEmpty() ? "Leave it out." : "Expected one of: " + known + ".")));
      }
      case StreamReadException broken -> broken(broken);
      case MismatchedInputException other when path.isEmpty() -> broken(other);
      default ->
          ProblemException.unprocessable(
              List.of(
                  new Mistake(
                      "value_unexpected",
                      path,
                      "The value of %s is not of the kind expected%s.".formatted(path, hint(cause)),
                      "")));
    };
  }

  private static ProblemException broken(JacksonException cause) {
    var place = cause.getLocation();
    var where =
        place == null || place.getLineNr() < 1
            ? ""
            : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    return ProblemException.of(
        400,
        "json_invalid",
        "The body is not the JSON expected",
        "Expected a JSON object%s; what was found there cannot be read.".formatted(where));
  }

  /// Our own types say what they expect; a library's words may quote the value.
  private static String hint(JacksonException cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      var said = at.getMessage();
      if (at instanceof IllegalArgumentException && said != null && said.startsWith("expected ")) {
        return ": " + said;
      }
    }
    return "";
  }

  private static String path(JacksonException cause) {
    return cause.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName())
        .collect(Collectors.joining("/"));
  }
}
