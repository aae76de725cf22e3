package dev.wayfare.flow.time;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;

/// What is wrong with something written about time. `at` is where inside the value, as a path
/// (`mon`, `holidays/2`), empty for the value itself; `column` counts from 1 in the text that
/// stands there.
public record Wrong(String at, int column, String text, String wayOut) {

  /// As a problem of the document that has the value at this place.
  public Problem problem(Place place) {
    return Problem.error(
        Problem.Code.FIELD_WRONG, at.isEmpty() ? place : place.in(at), text, wayOut);
  }

  /// Somebody's own words, short enough for a message.
  static String quoted(Object found) {
    var text = String.valueOf(found).replaceAll("\\p{Cntrl}", " ");
    return "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
  }
}
