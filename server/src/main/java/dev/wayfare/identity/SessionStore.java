package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remembers one-time links and sessions, by the hashes of their words.
interface SessionStore {

  record Member(OrganizationId organization, PersonId person, String name) {}

  record NewSession(UUID id, Member member, String browser, Instant at, Instant until) {}

  void addLink(
      byte[] hash, OrganizationId organization, PersonId person, Instant at, Instant until);

  void dropUnusedLinks(OrganizationId organization, PersonId person);

  /// Whose link this is, if it can still be used.
  Optional<Member> usable(byte[] hash, Instant now);

  /// Uses it up; only one of many who try at once gets an answer.
  Optional<Member> use(byte[] hash, Instant now);

  void add(NewSession session, byte[] hash);

  Optional<Caller> caller(byte[] hash, Instant now);

  List<Session> of(OrganizationId organization, PersonId person, Instant now);

  boolean end(OrganizationId organization, PersonId person, UUID session);
}
