package dev.wayfare.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// Asks the world outside, before a publish, what it would say to one: services and mail servers
/// whether they let us in, carriers whether the numbers are there and can do what they are for. All
/// at once; nothing is changed anywhere.
final class Trials {
  private final AccountTrials accounts;
  private final CarrierWiring wiring;

  Trials(AccountTrials accounts, CarrierWiring wiring) {
    this.accounts = accounts;
    this.wiring = wiring;
  }

  List<Finding> of(Outside outside) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var carriers = threads.submit(() -> wiring.look(outside));
      var findings = new ArrayList<>(accounts.tried(outside, _ -> {}));
      findings.addAll(Waited.on(carriers));
      return findings;
    }
  }
}
