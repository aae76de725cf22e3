/// The database of the house: an embedded PostgreSQL under our own supervisor or one reached by
/// URL, migrations, the bell between processes, backup and restore.
///
/// It may know the JDK, Spring JDBC, Flyway, HikariCP and the PostgreSQL driver, and no noun of
/// the product. Read [Database] first, then [EmbeddedPostgres].
@NullMarked
package dev.wayfare.db;

import org.jspecify.annotations.NullMarked;
