package dev.wayfare.bench;

import java.util.List;

/// How long something took that was done often, in milliseconds.
record Millis(double p50, double p99, double most) {
  static Millis of(Latencies latencies) {
    var whole = Latencies.together(List.of(latencies));
    return new Millis(whole.millis(0.5), whole.millis(0.99), whole.millis(1));
  }
}
