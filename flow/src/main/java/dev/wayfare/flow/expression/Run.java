package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Trouble;
import org.jspecify.annotations.Nullable;

/// One evaluation: the values it may read, what it may still cost, and where it is just now.
final class Run {
  /// No text that an expression or template makes is longer.
  static final int LONGEST_TEXT = 65_536;

  private final Bindings bindings;
  private final Budget budget;
  private final @Nullable Object[] locals;
  private Place at;

  Run(Bindings bindings, int locals, Place at) {
    this.bindings = bindings;
    this.budget = bindings.budget();
    this.locals = new @Nullable Object[locals];
    this.at = at;
  }

  Bindings bindings() {
    return bindings;
  }

  @Nullable Object local(int slot) {
    return locals[slot];
  }

  void local(int slot, @Nullable Object value) {
    locals[slot] = value;
  }

  /// From here on failures are told for this place.
  void at(Place place) {
    at = place;
  }

  /// Pays for work before it is done.
  void spend(long units) {
    if (!budget.spend(units)) {
      throw new ExpressionFailed(
          Trouble.BUDGET, at, "The expressions of this turn cost more than a turn may cost.");
    }
  }

  /// Pays for looking at or copying a text.
  void spendOn(String text) {
    spend(1 + text.length() / 16);
  }

  /// Pays for a text about to be made, and refuses one that is too long.
  void spendOnText(long length) {
    if (length > LONGEST_TEXT) {
      throw new ExpressionFailed(
          Trouble.TOO_LARGE, at, "A text may have " + LONGEST_TEXT + " characters at most.");
    }
    spend(1 + length / 16);
  }

  ExpressionFailed failed(String message) {
    return new ExpressionFailed(Trouble.EXPRESSION, at, message);
  }
}
