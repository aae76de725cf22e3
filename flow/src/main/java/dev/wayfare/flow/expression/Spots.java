package dev.wayfare.flow.expression;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.wayfare.flow.Place;

/// Turns spots inside a source text into places in the document. `start` is where the text's
/// first character stands; its second line is the document's next one, its indentation unknown.
record Spots(Place start, String text) {

  /// The place of a spot: `line` from 1, `column` from 0, as CEL counts.
  Place at(int line, int column) {
    if (start.line() == 0 || line < 1) {
      return start;
    }
    return line == 1
        ? new Place(start.path(), start.line(), start.column() + Math.max(0, column))
        : new Place(start.path(), start.line() + line - 1, Math.max(0, column) + 1);
  }

  Place at(CelSourceLocation spot) {
    return at(spot.getLine(), named(spot.getLine(), spot.getColumn()));
  }

  /// CEL points at the `(` of a call and the `.` of a field; people look for the name.
  private int named(int line, int column) {
    var written = text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("");
    if (column < 0 || column >= written.length()) {
      return column;
    }
    int at = column;
    if (written.charAt(at) == '.') {
      return at + 1;
    }
    if (written.charAt(at) == '(') {
      while (at > 0 && Character.isJavaIdentifierPart(written.charAt(at - 1))) {
        at--;
      }
    }
    return at;
  }

  Place at(CelSource source, long id) {
    var offset = source.getPositionsMap().get(id);
    return offset == null ? start : source.getOffsetLocation(offset).map(this::at).orElse(start);
  }

  /// The place of an offset into the text.
  Place at(int offset) {
    var before = text.substring(0, offset);
    var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return at(line, offset - before.lastIndexOf('\n') - 1);
  }
}
