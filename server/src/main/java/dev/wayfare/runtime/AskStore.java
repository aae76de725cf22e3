package dev.wayfare.runtime;

import dev.wayfare.flow.Request;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What turns have asked of the world outside. Asks are written and taken away by the turns' own
/// statements; here they are leased.
interface AskStore {

  /// Takes asks whose lease ran out, for as long as the new lease lasts.
  List<Due> take(Instant now, Instant leaseUntil, int most);

  /// Holds an ask for longer. False: it is not ours any more.
  boolean renew(Due ask, Instant leaseUntil);

  /// Nobody waits for the answer any more.
  void drop(Due ask);

  void again(Due ask, Instant due, String why);

  void dead(Due ask, Instant now, String why);

  /// An ask that we hold until `leaseUntil`. `tries` counts this one.
  record Due(
      UUID deployment, UUID journey, String key, Request request, Instant leaseUntil, int tries) {

    /// Never the request: there may be secrets in it.
    @Override
    public String toString() {
      return "ask %s of journey %s".formatted(key, journey);
    }
  }
}
