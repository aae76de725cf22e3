package dev.wayfare.identity;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remembers organizations and who is in them.
interface PersonStore {

  void add(Organization organization, Instant at);

  Optional<Organization> organization(OrganizationId id);

  Optional<Organization> firstOrganization();

  void rename(OrganizationId organization, String name);

  /// Until the transaction ends, nobody else changes who is in this organization.
  void lock(OrganizationId organization);

  /// Until the transaction ends, no other process looks for the first owner.
  void lockFirstOwner();

  boolean anybodyEverSignedIn();

  Optional<PersonId> byEmail(String email);

  void add(PersonId person, String name, Optional<String> email, Instant at);

  /// Whether they were not in it already.
  boolean join(OrganizationId organization, PersonId person, Role role, Instant at);

  List<Person> list(OrganizationId organization, Optional<UUID> after, int most);

  Optional<Person> find(OrganizationId organization, PersonId person);

  List<PersonId> admins(OrganizationId organization);

  void changeRole(OrganizationId organization, PersonId person, Role role);

  void remove(OrganizationId organization, PersonId person);
}
