package dev.wayfare.resource;

import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.patch;
import static dev.wayfare.http.RouteRule.post;

import dev.wayfare.channel.Carrier;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The front door of resources: [Environments], [Accounts], [Resources]. Whoever uses resources
/// offers a [ResourceUses].
@Configuration(proxyBeanMethods = false)
public class ResourceModule {

  @Bean
  RouteRules resourceRoutes() {
    var read = Access.agent("resources:read");
    var write = Access.developer("resources:write");
    var accounts = Access.admin("accounts:write");
    return RouteRules.of(
        get("/api/v1/environments", read),
        post("/api/v1/environments", Access.admin("resources:write")),
        get("/api/v1/accounts", Access.developer("accounts:read")),
        post("/api/v1/accounts", accounts),
        get("/api/v1/accounts/{account}", Access.developer("accounts:read")),
        patch("/api/v1/accounts/{account}", accounts),
        delete("/api/v1/accounts/{account}", accounts),
        post("/api/v1/accounts/{account}/test", accounts),
        get("/api/v1/resources", read),
        post("/api/v1/resources", write),
        get("/api/v1/resources/{resource}", read),
        patch("/api/v1/resources/{resource}", write),
        delete("/api/v1/resources/{resource}", write));
  }

  @Bean
  Environments environments(
      JdbcClient sql,
      Ids ids,
      InstantSource clock,
      Journal journal,
      TransactionOperations transactions) {
    return new Environments(new PgEnvironmentStore(sql, ids, clock), journal, transactions);
  }

  @Bean
  PgAccountStore accountStore(JdbcClient sql, SealedBox box, JsonMapper json) {
    return new PgAccountStore(sql, box, json);
  }

  @Bean
  Accounts accounts(
      PgAccountStore store,
      ObjectProvider<ResourceUses> users,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    return new Accounts(store, all(users), journal, transactions, ids, clock);
  }

  @Bean
  Resources resources(
      JdbcClient sql,
      PgAccountStore accounts,
      ObjectProvider<ResourceUses> users,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    return new Resources(
        new PgResourceStore(sql), accounts, all(users), journal, transactions, ids, clock);
  }

  /// Asked late: those who use resources know them, and not the other way round.
  private static ResourceUses all(ObjectProvider<ResourceUses> users) {
    return new ResourceUses() {
      @Override
      public List<Use> of(UUID used) {
        return users.orderedStream().flatMap(user -> user.of(used).stream()).toList();
      }

      @Override
      public List<String> others(UUID used) {
        return users.orderedStream().flatMap(user -> user.others(used).stream()).toList();
      }
    };
  }

  @Bean
  EnvironmentController environmentController(Environments environments) {
    return new EnvironmentController(environments);
  }

  @Bean
  AccountTrial accountTrial(
      Accounts accounts,
      ObjectProvider<Carrier> carriers,
      OutboundPolicy policy,
      InstantSource clock,
      Mailer mailer) {
    return new AccountTrial(
        accounts,
        () -> carriers.orderedStream().toList(),
        () -> OutboundCalls.within(policy, clock),
        mailer);
  }

  @Bean
  AccountController accountController(
      Accounts accounts, AccountTrial trial, Environments environments) {
    return new AccountController(accounts, trial, environments);
  }

  @Bean
  ResourceController resourceController(Resources resources, Environments environments) {
    return new ResourceController(resources, environments);
  }
}
