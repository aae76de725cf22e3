package dev.wayfare.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one stretch of load came to.
///
/// @param serverCpu milliseconds of processor time a turn, likewise the database's and the client's
record Measured(
    double perSecond,
    double p50,
    double p99,
    double serverCpu,
    double databaseCpu,
    double clientCpu) {

  /// Each figure's median over the rounds: one noisy moment of the machine moves none of them.
  static Measured median(List<Measured> rounds) {
    return new Measured(
        median(rounds, Measured::perSecond),
        median(rounds, Measured::p50),
        median(rounds, Measured::p99),
        median(rounds, Measured::serverCpu),
        median(rounds, Measured::databaseCpu),
        median(rounds, Measured::clientCpu));
  }

  static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
    var sorted =
        rounds.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
