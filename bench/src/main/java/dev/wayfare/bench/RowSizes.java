package dev.wayfare.bench;

/// Rows as large as the product's own, so that all three write the same.
///
/// @param state as long as a journey's state is on average
/// @param entries as long as a turn's trail is on average
record RowSizes(String state, String entries) {
  static RowSizes of(int state, int entries) {
    return new RowSizes("s".repeat(state), "e".repeat(entries));
  }
}
