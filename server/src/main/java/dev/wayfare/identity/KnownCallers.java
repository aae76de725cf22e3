package dev.wayfare.identity;

import dev.wayfare.http.Authenticator;
import dev.wayfare.http.Caller;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Remembers callers for a few seconds, so that a busy program costs no query a request. A change
/// of access makes it forget at once, also what is being looked up at that moment.
public final class KnownCallers implements Authenticator {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private record Known(Caller caller, Instant until, long round) {}

  private final SessionStore sessions;
  private final TokenStore tokens;
  private final InstantSource clock;
  private final AccessChanged bell;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final AtomicLong round = new AtomicLong();

  KnownCallers(SessionStore sessions, TokenStore tokens, InstantSource clock, AccessChanged bell) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
    this.bell = bell;
  }

  @Override
  public Optional<Caller> byToken(Secret token) {
    if (!token.reveal().startsWith(Tokens.PREFIX)) {
      return Optional.empty();
    }
    var hash = Fingerprint.bytes(token.reveal());
    return remembered(hash, () -> tokens.caller(hash, clock.instant()));
  }

  @Override
  public Optional<Caller> bySession(Secret session) {
    var hash = Fingerprint.bytes(session.reveal());
    return remembered(hash, () -> sessions.caller(hash, clock.instant()));
  }

  /// Forgets everybody; the next request of each looks again.
  public void forget() {
    round.incrementAndGet();
    known.clear();
  }

  /// After a change of access was committed: forget here, and everywhere.
  void accessChanged() {
    forget();
    bell.ring();
  }

  private Optional<Caller> remembered(byte[] hash, Supplier<Optional<Caller>> look) {
    var key = Fingerprint.hex(hash);
    var before = round.get();
    var now = clock.instant();
    var found = known.get(key);
    if (found != null && found.round() == before && now.isBefore(found.until())) {
      return Optional.of(found.caller());
    }
    var caller = look.get();
    if (known.size() >= MOST) {
      known.clear();
    }
    caller.ifPresentOrElse(
        it -> known.put(key, new Known(it, now.plus(REMEMBERED), before)), () -> known.remove(key));
    return caller;
  }
}
