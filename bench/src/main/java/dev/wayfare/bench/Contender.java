package dev.wayfare.bench;

/// One of the three that are measured by turns.
interface Contender {
  Measured measure(int connections, Span span) throws InterruptedException;

  /// Something that did not answer as it should: the figures would mean nothing.
  final class Spoiled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spoiled(String told) {
      super(told);
    }
  }
}
