package dev.wayfare.identity;

import static dev.wayfare.http.Access.admin;
import static dev.wayfare.http.Access.agent;
import static dev.wayfare.http.Access.developer;
import static dev.wayfare.http.Access.everyone;
import static dev.wayfare.http.Access.personWith;
import static dev.wayfare.http.Access.signedIn;
import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.patch;
import static dev.wayfare.http.RouteRule.post;

import dev.wayfare.http.Role;
import dev.wayfare.http.RouteRules;
import dev.wayfare.http.RouteTable;
import dev.wayfare.http.SessionCookie;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.JournalModule;
import dev.wayfare.kernel.Ids;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door of people and programs: `Identity` for the server itself, `KnownCallers` for the
/// edge and for the bell. Whoever has a bell offers an `AccessChanged`.
@Configuration(proxyBeanMethods = false)
public class IdentityModule {

  @Bean
  RouteRules identityRoutes() {
    return RouteRules.of(
        get("/sign-in", everyone()),
        get("/sign-in/{code}", everyone()),
        post("/sign-in/{code}", everyone()),
        get("/api/v1/me", signedIn()),
        get("/api/v1/me/sessions", personWith(Role.AGENT)),
        delete("/api/v1/me/sessions/{session}", personWith(Role.AGENT)),
        post("/api/v1/me/sign-out", personWith(Role.AGENT)),
        get("/api/v1/organization", agent("organization:read")),
        patch("/api/v1/organization", admin("organization:write")),
        get("/api/v1/people", agent("people:read")),
        post("/api/v1/people", admin("people:write")),
        get("/api/v1/people/{person}", agent("people:read")),
        patch("/api/v1/people/{person}", admin("people:write")),
        delete("/api/v1/people/{person}", admin("people:write")),
        post("/api/v1/people/{person}/sign-in-link", admin("people:write")),
        get("/api/v1/tokens", developer("tokens:read")),
        post("/api/v1/tokens", personWith(Role.DEVELOPER)),
        delete("/api/v1/tokens/{token}", developer("tokens:write")));
  }

  @Bean
  SessionStore sessionStore(JdbcClient sql) {
    return new PgSessionStore(sql);
  }

  @Bean
  TokenStore tokenStore(JdbcClient sql) {
    return new PgTokenStore(sql);
  }

  @Bean
  PersonStore personStore(JdbcClient sql) {
    return new PgPersonStore(sql);
  }

  @Bean
  KnownCallers knownCallers(
      SessionStore sessions,
      TokenStore tokens,
      InstantSource clock,
      ObjectProvider<AccessChanged> bell) {
    return new KnownCallers(sessions, tokens, clock, () -> bell.ifAvailable(AccessChanged::ring));
  }

  @Bean
  SignIns signIns(
      SessionStore sessions,
      KnownCallers known,
      Journal journal,
      TransactionOperations transaction,
      InstantSource clock,
      Ids ids) {
    return new SignIns(sessions, known, journal, transaction, clock, ids);
  }

  @Bean
  Tokens tokens(
      TokenStore tokens,
      KnownCallers known,
      Journal journal,
      TransactionOperations transaction,
      ObjectProvider<RouteTable> routes,
      InstantSource clock,
      Ids ids) {
    return new Tokens(tokens, known, journal, transaction, routes::getObject, clock, ids);
  }

  @Bean
  People people(
      PersonStore people,
      SignIns signIns,
      KnownCallers known,
      Journal journal,
      TransactionOperations transaction,
      InstantSource clock,
      Ids ids) {
    return new People(people, signIns, known, journal, transaction, clock, ids);
  }

  @Bean
  Identity identity(
      PersonStore people,
      SignIns signIns,
      Tokens tokens,
      TransactionOperations transaction,
      InstantSource clock,
      Ids ids) {
    return new Identity(people, signIns, tokens, transaction, clock, ids);
  }

  /// What the server does about people, for a command that starts no server. A server that runs
  /// beside it sees what was done at its next look.
  public static Identity withoutServer(DataSource database, InstantSource clock, Ids ids) {
    var sql = JdbcClient.create(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var sessions = new PgSessionStore(sql);
    var tokens = new PgTokenStore(sql);
    var people = new PgPersonStore(sql);
    var known = new KnownCallers(sessions, tokens, clock, () -> {});
    var journal = JournalModule.withoutServer(sql, clock);
    var signIns = new SignIns(sessions, known, journal, transaction, clock, ids);
    return new Identity(
        people,
        signIns,
        new Tokens(tokens, known, journal, transaction, IdentityModule::noRoutes, clock, ids),
        transaction,
        clock,
        ids);
  }

  private static RouteTable noRoutes() {
    throw new IllegalStateException("scopes are only checked for a caller, by a server");
  }

  @Bean
  PeopleController peopleController(People people) {
    return new PeopleController(people);
  }

  @Bean
  OrganizationController organizationController(People people) {
    return new OrganizationController(people);
  }

  @Bean
  TokenController tokenController(Tokens tokens, InstantSource clock, Ids ids) {
    return new TokenController(tokens, clock, ids);
  }

  @Bean
  MeController meController(People people, SignIns signIns, SessionCookie cookie) {
    return new MeController(people, signIns, cookie);
  }

  @Bean
  SignInController signInController(SignIns signIns, SessionCookie cookie, Ids ids) {
    return new SignInController(signIns, new SignInPage(ids), cookie);
  }
}
