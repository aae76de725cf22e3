package dev.wayfare.record;

import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.patch;
import static dev.wayfare.http.RouteRule.post;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import dev.wayfare.resource.Environments;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door of stored records: [Records] for the runtime, [RecordPlans] for publishing.
@Configuration(proxyBeanMethods = false)
public class RecordModule {

  @Bean
  PgShelves recordShelves(JdbcClient sql, Ids ids) {
    return new PgShelves(sql, ids);
  }

  @Bean
  PgRecordStore recordStore(JdbcClient sql, DataSource dataSource) {
    return new PgRecordStore(sql, new NamedParameterJdbcTemplate(dataSource));
  }

  @Bean
  Records records(
      PgShelves shelves, PgRecordStore store, PlatformTransactionManager transactions, Ids ids) {
    return new Records(shelves, store, nested(transactions), ids);
  }

  @Bean
  RecordPlans recordPlans(PgShelves shelves, PgRecordStore store) {
    return new RecordPlans(shelves, store);
  }

  @Bean
  RouteRules recordRoutes() {
    var read = Access.developer("records:read");
    var write = Access.developer("records:write");
    var types = "/api/v1/apps/{app}/profiles/{profile}/records";
    return RouteRules.of(
        get(types, read),
        get(types + "/{type}", read),
        post(types + "/{type}", write),
        get(types + "/{type}/export", read),
        get(types + "/{type}/{record}", read),
        patch(types + "/{type}/{record}", write),
        delete(types + "/{type}/{record}", write));
  }

  @Bean
  RecordController recordController(
      PgShelves shelves,
      PgRecordStore store,
      Records records,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock,
      AppFinder finder,
      Environments environments) {
    var drawers = new RecordDrawers(shelves, store, records, journal, transactions, clock);
    return new RecordController(drawers, new ShelfFinder(finder, environments, drawers));
  }

  /// Records alone over a database, without a server: for another process and for measuring.
  public static Records over(DataSource database, Ids ids) {
    var sql = JdbcClient.create(database);
    return new Records(
        new PgShelves(sql, ids),
        new PgRecordStore(sql, new NamedParameterJdbcTemplate(database)),
        nested(new DataSourceTransactionManager(database)),
        ids);
  }

  /// Within a transaction a part that can be undone alone; else a transaction of its own.
  static TransactionTemplate nested(PlatformTransactionManager transactions) {
    var nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return nested;
  }
}
