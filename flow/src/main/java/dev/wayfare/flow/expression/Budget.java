package dev.wayfare.flow.expression;

/// How much the expressions of one turn may still cost. Counts the work of evaluating, not time, so
/// that the same turn always costs the same.
public final class Budget {
  private long left;

  public Budget(long units) {
    left = units;
  }

  /// Takes units; false when there are not enough left.
  public boolean spend(long units) {
    left -= units;
    return left >= 0;
  }
}
