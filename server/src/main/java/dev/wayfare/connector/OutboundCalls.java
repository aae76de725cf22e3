package dev.wayfare.connector;

import dev.wayfare.connector.Authorization.ClientCredentials;
import dev.wayfare.connector.CallOutcome.Answered;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/// Calls to services: one door, with its limits, for steps and adapters alike.
///
/// A call ends within its time limit, whatever the other side does; redirects, repeats and tokens
/// count into it. No call reaches an address that the [OutboundPolicy] does not permit.
public final class OutboundCalls implements AutoCloseable {
  private final Wire wire;
  private final Tokens tokens;
  private final Backoff backoff;

  /// With the machine's names and the certificates that this Java trusts.
  public static OutboundCalls within(OutboundPolicy policy, InstantSource clock) {
    return new OutboundCalls(
        new Guard(policy, NameLookup.OF_THE_MACHINE), Tls.usual(), clock, new SecureRandom());
  }

  OutboundCalls(Guard guard, SSLContext tls, InstantSource clock, RandomGenerator chance) {
    wire = new Wire(guard, tls);
    tokens = new Tokens(new TokenEndpoint(wire, clock), clock);
    backoff = new Backoff(clock, chance);
  }

  /// Makes a call and waits for what comes of it. Safe to repeat with the same key if the process
  /// dies in between.
  public CallOutcome call(HttpConnection connection, OutboundCall call) {
    return switch (Prepared.of(connection, call)) {
      case Prepared.Mistake(var sentence) -> new CallOutcome.Refused(sentence);
      case Prepared.Ready(var request) ->
          repeated(request, connection.authorization(), call, Deadline.in(call.limits().time()));
    };
  }

  private CallOutcome repeated(
      WireRequest request, Authorization authorization, OutboundCall call, Deadline deadline) {
    for (var attempt = 1; ; attempt++) {
      var hops = signed(request, authorization, call.limits(), deadline);
      var pause = backoff.before(attempt + 1, call, hops, deadline);
      if (pause.isEmpty()) {
        return hops.outcome();
      }
      try {
        Thread.sleep(pause.get());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return hops.outcome();
      }
    }
  }

  private Hops signed(
      WireRequest request, Authorization authorization, CallLimits limits, Deadline deadline) {
    return switch (authorization) {
      case Authorization.None() -> followed(request, limits, deadline);
      case Authorization.Basic(var user, var password) ->
          with(Credentials.basic(user, password.reveal()), request, limits, deadline);
      case Authorization.Bearer(var token) ->
          with(Credentials.bearer(token), request, limits, deadline);
      case Authorization.HeaderKey(var header, var key) ->
          with(new Field(header, key.reveal()), request, limits, deadline);
      case ClientCredentials client -> withToken(client, request, limits, deadline);
    };
  }

  /// A token that is turned down is replaced once; it may have been revoked before its time.
  private Hops withToken(
      ClientCredentials client, WireRequest request, CallLimits limits, Deadline deadline) {
    return switch (tokens.current(client, deadline)) {
      case Tokens.Found.Missing(var why) -> new Hops(why, 0);
      case Tokens.Found.Token(var token, var _) -> {
        var first = with(Credentials.bearer(token), request, limits, deadline);
        yield first.outcome() instanceof Answered answer
                && answer.status() == 401
                && first.followed() == 0
                && tokens.insteadOf(token, client, deadline)
                    instanceof Tokens.Found.Token(var fresh, var _)
            ? with(Credentials.bearer(fresh), request, limits, deadline)
            : first;
      }
    };
  }

  private Hops with(Field credential, WireRequest request, CallLimits limits, Deadline deadline) {
    return followed(request.signed(List.of(credential)), limits, deadline);
  }

  private Hops followed(WireRequest first, CallLimits limits, Deadline deadline) {
    var request = first;
    for (var hop = 0; ; hop++) {
      var outcome = wire.send(request, deadline, limits.bytes());
      if (!(outcome instanceof Answered answer) || limits.redirects() == 0) {
        return new Hops(outcome, hop);
      }
      switch (Redirects.after(request, answer)) {
        case Redirects.Next.Stay() -> {
          return new Hops(outcome, hop);
        }
        case Redirects.Next.Never(var sentence) -> {
          return new Hops(new CallOutcome.Refused(sentence), hop);
        }
        case Redirects.Next.Follow(var next) -> {
          if (hop == limits.redirects()) {
            return new Hops(new CallOutcome.TooManyRedirects(hop), hop);
          }
          request = next;
        }
      }
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
