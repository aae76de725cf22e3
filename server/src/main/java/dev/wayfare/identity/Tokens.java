package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.RouteTable;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionOperations;

/// Makes, lists and revokes the tokens of programs.
final class Tokens {

  static final String PREFIX = "wf_";

  /// What lets a token call API triggers: those of one app, or those that name its group.
  private static final Pattern OF_TRIGGERS =
      Pattern.compile("app:[a-z][a-z0-9-]{0,62}|group:[a-z][a-z0-9_-]{0,62}");

  sealed interface Revocation {

    record Revoked() implements Revocation {}

    record Unknown() implements Revocation {}

    record NotYours() implements Revocation {}
  }

  private final TokenStore store;
  private final KnownCallers known;
  private final Journal journal;
  private final TransactionOperations transaction;
  private final Supplier<RouteTable> routes;
  private final InstantSource clock;
  private final Ids ids;

  Tokens(
      TokenStore store,
      KnownCallers known,
      Journal journal,
      TransactionOperations transaction,
      Supplier<RouteTable> routes,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.known = known;
    this.journal = journal;
    this.transaction = transaction;
    this.routes = routes;
    this.clock = clock;
    this.ids = ids;
  }

  /// Says what is wrong with a wish for scopes.
  void check(List<String> scopes, Mistakes mistakes) {
    var there = routes.get().scopes();
    for (var i = 0; i < scopes.size(); i++) {
      if (!there.contains(scopes.get(i))
          && !scopes.get(i).equals(Caller.ALL_SCOPES)
          && !OF_TRIGGERS.matcher(scopes.get(i)).matches()) {
        mistakes.add(
            "scope_unknown",
            "scopes/" + i,
            "There is no such scope.",
            "Expected %s, or * for all; app:NAME or group:NAME for the API triggers of apps."
                .formatted(String.join(", ", there)));
      }
    }
  }

  /// The environment that a token is to be held to. Such a token calls API triggers and nothing
  /// else: what the server itself is asked for is of the whole organization.
  Optional<UUID> environment(
      OrganizationId organization, String written, List<String> scopes, Mistakes mistakes) {
    var found = store.environment(organization, written);
    if (found.isEmpty()) {
      mistakes.add(
          "environment_unknown",
          "environment",
          "There is no environment %s.".formatted(written),
          "Expected the id or the name of one of yours.");
    } else if (!scopes.stream().allMatch(it -> OF_TRIGGERS.matcher(it).matches())) {
      mistakes.add(
          "scope_too_wide",
          "scopes",
          "A token of one environment calls API triggers only.",
          "Expected app:NAME or group:NAME, or no environment.");
    }
    return found;
  }

  NewToken make(OrganizationId organization, Token token, Fact fact) {
    var word = Secret.of(PREFIX + ids.word(40));
    transaction.executeWithoutResult(
        _ -> {
          store.add(token, organization, Fingerprint.bytes(word.reveal()));
          journal.write(fact);
        });
    return new NewToken(token.id(), word);
  }

  List<Token> list(OrganizationId organization, Optional<UUID> after, int most) {
    return store.list(organization, after, most);
  }

  /// An admin may revoke any token, others those that they made.
  Revocation revoke(Caller caller, UUID id) {
    var token = store.find(caller.organization(), id);
    if (token.isEmpty()) {
      return new Revocation.Unknown();
    }
    if (!TokenRights.mayRevoke(caller, token.get())) {
      return new Revocation.NotYours();
    }
    transaction.executeWithoutResult(
        _ -> {
          if (store.revoke(caller.organization(), id, clock.instant())) {
            journal.write(Fact.of(caller, "token.revoked", subject(token.get())));
          }
        });
    known.accessChanged();
    return new Revocation.Revoked();
  }

  /// Revokes what the server made for itself under this name.
  void revokeServerOnes(OrganizationId organization, String name) {
    transaction.executeWithoutResult(
        _ -> {
          for (var token : store.ofServer(organization, name)) {
            if (store.revoke(organization, token.id(), clock.instant())) {
              journal.write(Fact.ofServer(organization, "token.revoked", subject(token)));
            }
          }
        });
    known.accessChanged();
  }

  static Subject subject(Token token) {
    return Subject.of("token", token.id(), token.name());
  }
}
