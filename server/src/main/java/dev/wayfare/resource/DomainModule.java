package dev.wayfare.resource;

import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.post;

import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.Certificates;
import dev.wayfare.connector.NameRecords;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.Database;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The front door of custom domains: [Domains], and which names are ours.
@Configuration(proxyBeanMethods = false)
public class DomainModule {

  @Bean
  RouteRules domainRoutes() {
    var read = Access.agent("resources:read");
    var write = Access.developer("resources:write");
    return RouteRules.of(
        get("/api/v1/domains", read),
        post("/api/v1/domains", write),
        get("/api/v1/domains/{domain}", read),
        delete("/api/v1/domains/{domain}", write),
        post("/api/v1/domains/{domain}/verify", write),
        get(AskController.PATH, Access.everyone()));
  }

  @Bean
  PgDomainStore domainStore(JdbcClient sql) {
    return new PgDomainStore(sql);
  }

  @Bean
  DomainNames domainNames(PgDomainStore store, PublicUrl url, InstantSource clock) {
    return new DomainNames(store, url, clock);
  }

  @Bean
  DomainLooks domainLooks(
      NameRecords records,
      OwnDoors doors,
      Certificates certificates,
      PublicUrl url,
      ObjectProvider<ReachOwn> way,
      Database database,
      InstantSource clock) {
    return new DomainLooks(
        records,
        doors,
        certificates,
        url,
        way.getIfAvailable(() -> ReachOwn.BY_NAME),
        () -> database.look(clock).mark().orElse(""),
        clock);
  }

  @Bean
  Domains domains(
      JdbcClient sql,
      PgDomainStore store,
      DomainNames names,
      DomainLooks looks,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    return new Domains(
        store, new PgResourceStore(sql), names, looks, journal, transactions, ids, clock);
  }

  @Bean
  DomainController domainController(
      Domains domains,
      Resources resources,
      Environments environments,
      PublicUrl url,
      InstantSource clock) {
    return new DomainController(domains, resources, environments, url, clock);
  }

  @Bean
  AskController askController(DomainNames names) {
    return new AskController(names);
  }
}
