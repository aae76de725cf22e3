package dev.wayfare.connector;

import dev.wayfare.connector.Authorization.ClientCredentials;
import dev.wayfare.kernel.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The tokens in hand, one for each client. Whoever finds none fetches it; all others who come
/// meanwhile wait for that one fetch and share what it gave, a failure too.
final class Tokens {
  private final TokenEndpoint endpoint;
  private final InstantSource clock;
  private final Map<ClientCredentials, Slot> slots = new ConcurrentHashMap<>();

  Tokens(TokenEndpoint endpoint, InstantSource clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  sealed interface Found {
    record Token(Secret text, Instant until) implements Found {}

    record Missing(CallOutcome why) implements Found {}
  }

  private static final class Slot {
    final ReentrantLock lock = new ReentrantLock();
    final AtomicInteger round = new AtomicInteger();
    volatile @Nullable Found found;
  }

  Found current(ClientCredentials client, Deadline deadline) {
    return found(client, Optional.empty(), deadline);
  }

  /// A token that is not the one a service has just turned down.
  Found insteadOf(Secret stale, ClientCredentials client, Deadline deadline) {
    return found(client, Optional.of(stale), deadline);
  }

  private Found found(ClientCredentials client, Optional<Secret> stale, Deadline deadline) {
    var slot = slots.computeIfAbsent(client, _ -> new Slot());
    var seen = slot.round.get();
    if (slot.found instanceof Found.Token token && usable(token, stale)) {
      return token;
    }
    if (!locked(slot, deadline)) {
      return new Found.Missing(new CallOutcome.TooSlow(deadline.limit()));
    }
    try {
      var now = slot.found;
      if (now instanceof Found.Token token && usable(token, stale)) {
        return token;
      }
      if (now instanceof Found.Missing missing && slot.round.get() != seen) {
        return missing;
      }
      slots.values().removeIf(this::forgotten);
      var fetched = endpoint.fetch(client, deadline);
      slot.found = fetched;
      slot.round.incrementAndGet();
      return fetched;
    } finally {
      slot.lock.unlock();
    }
  }

  private boolean usable(Found.Token token, Optional<Secret> stale) {
    return clock.instant().isBefore(token.until()) && stale.filter(token.text()::equals).isEmpty();
  }

  /// A client whose token has run out and for whom nobody waits: its account may be gone.
  private boolean forgotten(Slot slot) {
    return slot.found instanceof Found.Token token
        && !clock.instant().isBefore(token.until())
        && !slot.lock.isLocked();
  }

  private static boolean locked(Slot slot, Deadline deadline) {
    try {
      return slot.lock.tryLock(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
