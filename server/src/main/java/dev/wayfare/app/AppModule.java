package dev.wayfare.app;

import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.patch;
import static dev.wayfare.http.RouteRule.post;
import static dev.wayfare.http.RouteRule.put;

import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.Environments;
import dev.wayfare.resource.Resources;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The front door of apps: [Apps], [Drafts], [Profiles], and [AppFinder] for controllers. The
/// server brings a `Documents` and an [AppChecks].
@Configuration(proxyBeanMethods = false)
public class AppModule {

  @Bean
  RouteRules appRoutes() {
    var read = Access.agent("apps:read");
    var develop = Access.developer("apps:read");
    var write = Access.developer("apps:write");
    return RouteRules.of(
        get("/api/v1/apps", read),
        post("/api/v1/apps", write),
        get("/api/v1/examples", read),
        get("/api/v1/apps/{app}", read),
        get("/api/v1/apps/{app}/draft", read),
        put("/api/v1/apps/{app}/draft", write),
        post("/api/v1/apps/{app}/draft/check", develop),
        post("/api/v1/apps/{app}/draft/expressions", develop),
        put("/api/v1/apps/{app}/draft/here", develop),
        get("/api/v1/apps/{app}/revisions", read),
        get("/api/v1/apps/{app}/revisions/{revision}", read),
        get("/api/v1/apps/{app}/profiles", read),
        post("/api/v1/apps/{app}/profiles", write),
        get("/api/v1/apps/{app}/profiles/{profile}", read),
        patch("/api/v1/apps/{app}/profiles/{profile}", write),
        put("/api/v1/apps/{app}/profiles/{profile}/bindings/{slot}", write),
        delete("/api/v1/apps/{app}/profiles/{profile}/bindings/{slot}", write),
        patch("/api/v1/apps/{app}/profiles/{profile}/values", write));
  }

  @Bean
  ExampleController exampleController(Documents documents) {
    return new ExampleController(documents);
  }

  @Bean
  PgAppStore appStore(JdbcClient sql) {
    return new PgAppStore(sql);
  }

  @Bean
  PgProfileStore profileStore(
      JdbcClient sql, SealedBox box, JsonMapper json, Ids ids, InstantSource clock) {
    return new PgProfileStore(sql, box, json, ids, clock);
  }

  @Bean
  Drafts drafts(
      PgAppStore store,
      Documents documents,
      AppChecks checks,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Drafts(store, documents, checks, journal, transactions, clock);
  }

  @Bean
  Profiles profiles(
      PgProfileStore store,
      Environments environments,
      Journal journal,
      TransactionOperations transactions) {
    return new Profiles(store, environments, journal, transactions);
  }

  @Bean
  Apps apps(
      PgAppStore store,
      Drafts drafts,
      Profiles profiles,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    return new Apps(store, drafts, profiles, journal, transactions, ids, clock);
  }

  @Bean
  AppFinder appFinder(Apps apps, Profiles profiles) {
    return new AppFinder(apps, profiles);
  }

  @Bean
  AppController appController(Apps apps, AppFinder finder, JsonMapper json) {
    return new AppController(apps, finder, json);
  }

  @Bean
  DraftController draftController(Drafts drafts, AppFinder finder, JsonMapper json) {
    return new DraftController(drafts, finder, json);
  }

  @Bean
  ExpressionController expressionController(
      Documents documents, AppFinder finder, InstantSource clock, JsonMapper json) {
    return new ExpressionController(new Expressions(documents, clock, json), finder);
  }

  @Bean
  CheckController checkController(
      Drafts drafts, Documents documents, AppFinder finder, JsonMapper json) {
    return new CheckController(drafts, documents, finder, json);
  }

  @Bean
  PresenceController presenceController(
      JdbcClient sql, Drafts drafts, AppFinder finder, InstantSource clock) {
    return new PresenceController(new PgPresence(sql), drafts, finder, clock);
  }

  @Bean
  Targets targets(Resources resources, Accounts accounts) {
    return new Targets(resources, accounts);
  }

  @Bean
  ProfileController profileController(
      Profiles profiles,
      Drafts drafts,
      AppFinder finder,
      Environments environments,
      Targets targets) {
    return new ProfileController(profiles, drafts, finder, environments, targets);
  }
}
