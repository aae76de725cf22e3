package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Role;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/// Invites people, changes their roles and removes them. An organization always keeps an admin.
final class People {

  sealed interface Invitation {

    record Invited(Person person, SignInLink link) implements Invitation {}

    record AlreadyThere() implements Invitation {}
  }

  sealed interface Change {

    record Done(Person person) implements Change {}

    record Unknown() implements Change {}

    record LastAdmin() implements Change {}
  }

  private final PersonStore store;
  private final SignIns signIns;
  private final KnownCallers known;
  private final Journal journal;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final Ids ids;

  People(
      PersonStore store,
      SignIns signIns,
      KnownCallers known,
      Journal journal,
      TransactionOperations transaction,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.signIns = signIns;
    this.known = known;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
    this.ids = ids;
  }

  Organization organization(Caller caller) {
    return store.organization(caller.organization()).orElseThrow();
  }

  Organization rename(Caller caller, String name) {
    return inTransaction(
        () -> {
          var before = organization(caller);
          store.rename(caller.organization(), name);
          var subject = Subject.of("organization", before.id(), name);
          journal.write(
              Fact.of(caller, "organization.renamed", subject).with("was", before.name()));
          return new Organization(before.id(), name);
        });
  }

  List<Person> list(Caller caller, Optional<UUID> after, int most) {
    return store.list(caller.organization(), after, most);
  }

  Optional<Person> find(Caller caller, PersonId person) {
    return store.find(caller.organization(), person);
  }

  Invitation invite(Caller caller, String name, Optional<String> email, Role role) {
    return inTransaction(
        () -> {
          store.lock(caller.organization());
          var now = clock.instant();
          var before = email.flatMap(store::byEmail);
          var id = before.orElseGet(() -> new PersonId(ids.next()));
          if (before.isEmpty()) {
            store.add(id, name, email, now);
          }
          if (!store.join(caller.organization(), id, role, now)) {
            return new Invitation.AlreadyThere();
          }
          var person = store.find(caller.organization(), id).orElseThrow();
          journal.write(
              Fact.of(caller, "person.invited", subject(person)).with("role", role.word()));
          return new Invitation.Invited(person, signIns.newLink(caller.organization(), id));
        });
  }

  /// A new link for somebody who has lost theirs, or has a new device.
  Optional<SignInLink> newLink(Caller caller, PersonId id) {
    return inTransaction(
        () ->
            store
                .find(caller.organization(), id)
                .map(
                    person -> {
                      journal.write(Fact.of(caller, "person.link_made", subject(person)));
                      return signIns.newLink(caller.organization(), id);
                    }));
  }

  Change changeRole(Caller caller, PersonId id, Role role) {
    return change(
        caller,
        id,
        role != Role.ADMIN,
        person -> {
          store.changeRole(caller.organization(), id, role);
          journal.write(
              Fact.of(caller, "person.role_changed", subject(person))
                  .with("was", person.role().word())
                  .with("is", role.word()));
        });
  }

  /// Their sessions and links end with the membership, and their tokens stop working.
  Change remove(Caller caller, PersonId id) {
    return change(
        caller,
        id,
        true,
        person -> {
          store.remove(caller.organization(), id);
          journal.write(Fact.of(caller, "person.removed", subject(person)));
        });
  }

  private Change change(Caller caller, PersonId id, boolean losesAdmin, Consumer<Person> act) {
    var outcome =
        inTransaction(
            () -> {
              store.lock(caller.organization());
              var person = store.find(caller.organization(), id);
              if (person.isEmpty()) {
                return new Change.Unknown();
              }
              if (losesAdmin && store.admins(caller.organization()).equals(List.of(id))) {
                return new Change.LastAdmin();
              }
              act.accept(person.get());
              return new Change.Done(store.find(caller.organization(), id).orElseGet(person::get));
            });
    known.accessChanged();
    return outcome;
  }

  private <T> T inTransaction(Supplier<T> act) {
    return Objects.requireNonNull(transaction.execute(_ -> act.get()));
  }

  private static Subject subject(Person person) {
    return Subject.of("person", person.id(), person.name());
  }
}
