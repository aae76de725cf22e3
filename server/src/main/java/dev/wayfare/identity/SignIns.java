package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.identity.SessionStore.Member;
import dev.wayfare.identity.SessionStore.NewSession;
import dev.wayfare.journal.Actor;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import dev.wayfare.kernel.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/// One-time links and the sessions that they open.
final class SignIns {

  static final Duration LINK_LIFE = Duration.ofHours(24);
  static final Duration SESSION_LIFE = Duration.ofDays(30);
  private static final int LONGEST_BROWSER = 200;

  private final SessionStore sessions;
  private final KnownCallers known;
  private final Journal journal;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final Ids ids;

  SignIns(
      SessionStore sessions,
      KnownCallers known,
      Journal journal,
      TransactionOperations transaction,
      InstantSource clock,
      Ids ids) {
    this.sessions = sessions;
    this.known = known;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
    this.ids = ids;
  }

  /// A fresh link; the person's older ones stop working.
  SignInLink newLink(OrganizationId organization, PersonId person) {
    var now = clock.instant();
    var link = new SignInLink(Secret.of(ids.word(32)), now.plus(LINK_LIFE));
    sessions.dropUnusedLinks(organization, person);
    sessions.addLink(hash(link.code()), organization, person, now, link.expiresAt());
    return link;
  }

  Optional<String> nameOn(Secret code) {
    return sessions.usable(hash(code), clock.instant()).map(Member::name);
  }

  /// Uses the link up and opens a session, or nothing when the link is not usable any more.
  Optional<Secret> redeem(Secret code, String browser) {
    var opened =
        transaction.execute(
            _ -> sessions.use(hash(code), clock.instant()).map(member -> open(member, browser)));
    return opened == null ? Optional.empty() : opened;
  }

  private Secret open(Member member, String browser) {
    var now = clock.instant();
    var session = Secret.of(ids.word(43));
    sessions.add(
        new NewSession(
            ids.next(),
            member,
            browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)),
            now,
            now.plus(SESSION_LIFE)),
        hash(session));
    var who = member.person().toString();
    journal.write(
        new Fact(
            member.organization(),
            new Actor(Actor.Kind.PERSON, who, member.name()),
            "person.signed_in",
            Subject.of("person", who, member.name()),
            Map.of()));
    return session;
  }

  List<Session> sessionsOf(Caller caller) {
    return sessions.of(caller.organization(), caller.person().id(), clock.instant());
  }

  boolean end(Caller caller, UUID session) {
    var ended = sessions.end(caller.organization(), caller.person().id(), session);
    known.accessChanged();
    return ended;
  }

  private static byte[] hash(Secret word) {
    return Fingerprint.bytes(word.reveal());
  }
}
