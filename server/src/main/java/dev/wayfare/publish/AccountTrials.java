package dev.wayfare.publish;

import dev.wayfare.resource.AccountTrial;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.ConnectedAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Tries the services and mail servers that a release uses before anything is changed anywhere. All
/// at once: a publish waits for the slowest. Carriers show what they are when they are wired.
final class AccountTrials {
  private final Accounts accounts;
  private final AccountTrial trial;

  AccountTrials(Accounts accounts, AccountTrial trial) {
    this.accounts = accounts;
    this.trial = trial;
  }

  private record Tried(String slot, ConnectedAccount account, AccountTrial.Outcome outcome) {}

  /// What refuses us stands in the way, what is only not there does not. Nor does any of it in the
  /// way of a rollback: what customers get now has the same services, and may have more against it.
  List<Finding> tried(Outside outside, Consumer<String> said) {
    return all(outside).stream().flatMap(it -> judge(outside, it, said).stream()).toList();
  }

  private List<Tried> all(Outside outside) {
    var uses = uses(outside.bindings());
    if (uses.isEmpty()) {
      return List.of();
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return uses.entrySet().stream()
          .map(it -> threads.submit(() -> one(outside, it.getKey(), it.getValue())))
          .toList()
          .stream()
          .flatMap(it -> Waited.on(it).stream())
          .toList();
    }
  }

  /// An account, and for a mail server who writes through it.
  private record Use(UUID account, Optional<String> sender) {
    static Optional<Use> of(Bound bound) {
      return switch (bound) {
        case Bound.Connection(var account) -> Optional.of(new Use(account, Optional.empty()));
        case Bound.Email(_, var sender) ->
            Optional.of(new Use(sender.account(), Optional.of(sender.address())));
        case Bound.Phone _, Bound.Route _, Bound.Domain _ -> Optional.empty();
        case Bound.Link _, Bound.Home _, Bound.Programs _ -> Optional.empty();
      };
    }
  }

  /// Each once, with the first slot that has it.
  private static Map<Use, String> uses(Map<String, Bound> bindings) {
    var uses = new LinkedHashMap<Use, String>();
    new TreeMap<>(bindings)
        .forEach((slot, bound) -> Use.of(bound).ifPresent(it -> uses.putIfAbsent(it, slot)));
    return uses;
  }

  /// One that is gone was found by the checks of the publish, or is so for what customers get now.
  private Optional<Tried> one(Outside outside, Use use, String slot) {
    return accounts
        .find(outside.organization(), use.account())
        .map(it -> new Tried(slot, it, trial.of(it, outside.organization(), use.sender())));
  }

  private static Optional<Finding> judge(Outside outside, Tried it, Consumer<String> said) {
    return switch (it.outcome()) {
      case AccountTrial.Outcome.Fine() -> {
        said.accept("%s lets us in.".formatted(it.account().name()));
        yield Optional.empty();
      }
      case AccountTrial.Outcome.Refused(var why) -> Optional.of(refused(outside, it, why));
      case AccountTrial.Outcome.Doubtful(var why) ->
          Optional.of(
              Finding.warning(
                  Finding.Code.ACCOUNT_DOUBTFUL,
                  outside.place(it.slot()),
                  "%s did not show that it works: %s".formatted(it.account().name(), why),
                  "Test the connected account; steps that use it take their way out until then."));
    };
  }

  private static Finding refused(Outside outside, Tried it, String why) {
    var text = "%s refuses us: %s".formatted(it.account().name(), why);
    var wayOut = "Look at the connected account's settings and secret, and publish again.";
    return outside.kind() == ReleaseKind.ROLLBACK
        ? Finding.warning(Finding.Code.ACCOUNT_REFUSED, outside.place(it.slot()), text, wayOut)
        : Finding.error(Finding.Code.ACCOUNT_REFUSED, outside.place(it.slot()), text, wayOut);
  }
}
