package dev.wayfare.db;

import java.util.function.Consumer;

/// Rings in every process that uses this database, this one included.
///
/// A ring is a hint to look, never the only copy of a fact: while a process is cut off it hears
/// nothing, and learns afterwards only that something may have been missed.
public interface Bell {

  /// Listens from now on; whoever reads its state after this call misses nothing. Both are called
  /// on the bell's one thread, so they should be quick.
  ///
  /// @param missed called after a lost connection came back: read everything again
  void on(String topic, Consumer<String> heard, Runnable missed);

  /// For listeners that read everything again at every ring.
  default void on(String topic, Runnable changed) {
    on(topic, _ -> changed.run(), changed);
  }

  /// Within the caller's transaction where there is one: the others hear it when it commits, and
  /// never when it does not. Rings of the same topic and payload in one transaction are one.
  ///
  /// Transactions that ring commit one after the other in the whole server, so a turn does not
  /// ring.
  ///
  /// @param topic a word without spaces
  /// @param payload at most 7,000 bytes
  void ring(String topic, String payload);
}
