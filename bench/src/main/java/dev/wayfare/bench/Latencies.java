package dev.wayfare.bench;

import java.util.Arrays;
import java.util.List;

/// How long each turn took, in nanoseconds. One for each thread; put together at the end.
final class Latencies {
  private long[] all = new long[4096];
  private int count;

  void add(long nanos) {
    if (count == all.length) {
      all = Arrays.copyOf(all, 2 * count);
    }
    all[count++] = nanos;
  }

  int count() {
    return count;
  }

  static Latencies together(List<Latencies> parts) {
    var whole = new Latencies();
    whole.all = new long[Math.max(1, parts.stream().mapToInt(Latencies::count).sum())];
    for (var part : parts) {
      System.arraycopy(part.all, 0, whole.all, whole.count, part.count);
      whole.count += part.count;
    }
    Arrays.sort(whole.all, 0, whole.count);
    return whole;
  }

  /// Of latencies put together: what this share of the turns stayed under.
  double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    var place = (int) Math.ceil(share * count) - 1;
    return all[Math.max(0, place)] / 1e6;
  }
}
