package dev.wayfare.identity;

import dev.wayfare.http.Role;
import dev.wayfare.journal.Fact;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/// What the server itself does about people and programs, without anybody asking over HTTP: the
/// first owner, and tokens for its own tools.
public final class Identity {

  private final PersonStore people;
  private final SignIns signIns;
  private final Tokens tokens;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final Ids ids;

  Identity(
      PersonStore people,
      SignIns signIns,
      Tokens tokens,
      TransactionOperations transaction,
      InstantSource clock,
      Ids ids) {
    this.people = people;
    this.signIns = signIns;
    this.tokens = tokens;
    this.transaction = transaction;
    this.clock = clock;
    this.ids = ids;
  }

  /// A fresh one-time link for the first owner while nobody has ever signed in; makes the first
  /// organization and its owner if they are not there yet.
  public Optional<SignInLink> ensureFirstOwner() {
    return inTransaction(
        () -> {
          people.lockFirstOwner();
          return people.anybodyEverSignedIn() ? Optional.empty() : Optional.of(linkForOwner());
        });
  }

  /// A fresh one-time link for the longest-standing admin of the first organization: for whoever
  /// holds the machine and has lost the way in.
  public SignInLink newOwnerLink() {
    return inTransaction(
        () -> {
          people.lockFirstOwner();
          return linkForOwner();
        });
  }

  /// The first organization, made now if there is none.
  public Organization firstOrganization() {
    return inTransaction(
        () -> {
          people.lockFirstOwner();
          return people.firstOrganization().orElseGet(this::foundOrganization);
        });
  }

  public Organization organization(OrganizationId id) {
    return people.organization(id).orElseThrow();
  }

  /// A token of the server's own, made by nobody: it has the role and the scopes it is given, until
  /// it is revoked.
  public NewToken makeToken(
      OrganizationId organization, String name, Role role, List<String> scopes) {
    var token =
        new Token(
            ids.next(),
            name,
            role,
            scopes,
            Optional.empty(),
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            Optional.empty());
    var fact = Fact.ofServer(organization, "token.made", Tokens.subject(token));
    return tokens.make(organization, token, fact.with("scopes", scopes));
  }

  /// The same, in the place of every earlier one of this name: of a tool that asks at each start,
  /// one token is left.
  public NewToken replaceToken(
      OrganizationId organization, String name, Role role, List<String> scopes) {
    tokens.revokeServerOnes(organization, name);
    return makeToken(organization, name, role, scopes);
  }

  private SignInLink linkForOwner() {
    var organization = people.firstOrganization().orElseGet(this::foundOrganization);
    var owner = people.admins(organization.id()).getFirst();
    return signIns.newLink(organization.id(), owner);
  }

  private Organization foundOrganization() {
    var organization = new Organization(new OrganizationId(ids.next()), "My organization");
    var owner = new PersonId(ids.next());
    var now = clock.instant();
    people.add(organization, now);
    people.add(owner, "Owner", Optional.empty(), now);
    people.join(organization.id(), owner, Role.ADMIN, now);
    return organization;
  }

  private <T> T inTransaction(Supplier<T> act) {
    return Objects.requireNonNull(transaction.execute(_ -> act.get()));
  }
}
