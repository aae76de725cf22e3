package dev.wayfare.db;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: give it a [DatabaseSettings], take a `JdbcClient`, a `TransactionTemplate`, the
/// [Bell] and [Backups].
@Configuration(proxyBeanMethods = false)
public class DbModule {

  @Bean
  Database database(DatabaseSettings settings, ObjectProvider<OpeningDatabase> begun) {
    return begun.getIfAvailable(() -> new OpeningDatabase(settings)).ready();
  }

  /// The database closes its pool itself, behind everybody who uses it.
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.dataSource();
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
    return new TransactionTemplate(transactionManager);
  }

  @Bean
  PgBell bell(Database database) {
    return PgBell.open(database);
  }

  @Bean
  Backups backups(Database database) {
    return new Backups(database);
  }
}
