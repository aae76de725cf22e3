package dev.wayfare.record;

import dev.wayfare.kernel.Ids;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
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

  /// Within a transaction a part that can be undone alone; else a transaction of its own.
  static TransactionTemplate nested(PlatformTransactionManager transactions) {
    var nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return nested;
  }
}
