package dev.wayfare.alert;

import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the journals were read.
final class PgJournalPlace {
  private static final String BEHIND =
      """
      select h.organization_id
        from journal_head h
        left join alert_journal r on r.organization_id = h.organization_id
       where h.sequence > coalesce(r.sequence, 0)""";

  private final JdbcClient sql;

  PgJournalPlace(JdbcClient sql) {
    this.sql = sql;
  }

  /// The organizations of whom there is something to read.
  List<OrganizationId> behind() {
    return sql.sql(BEHIND)
        .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  /// The number that was read last, held until the transaction ends; empty while somebody else
  /// holds it.
  OptionalLong lock(OrganizationId organization) {
    sql.sql("insert into alert_journal values (?, 0) on conflict do nothing")
        .param(organization.value())
        .update();
    return sql.sql(
            "select sequence from alert_journal where organization_id = ? for update skip locked")
        .param(organization.value())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void moveTo(OrganizationId organization, long sequence) {
    sql.sql("update alert_journal set sequence = ? where organization_id = ?")
        .params(sequence, organization.value())
        .update();
  }
}
