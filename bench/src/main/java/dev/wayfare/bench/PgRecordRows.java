package dev.wayfare.bench;

import dev.wayfare.flow.App;
import dev.wayfare.record.RecordPlace;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that a shelf of bookings stands on, and many bookings on it: nine a day, from two years
/// ago on, with the keys as the product writes them. That they fit is seen by what it finds.
final class PgRecordRows {
  static final int TIMES = 9;
  static final int PHONES = 20_000;

  /// Few enough for the connection's patience on a busy machine.
  private static final int AT_ONCE = 5_000;

  private static final UUID ID = new UUID(0x7000L, 1L << 63);

  private static final List<String> PLACE =
      List.of(
          "insert into organization values (:id, 'Bench', now())",
          """
          insert into environment (id, organization_id, name, position, created_at)
          values (:id, :id, 'Bench', 1, now())""",
          """
          with a as (insert into app values (:id, :id, 'bench', 'Bench', 1, now()))
          insert into draft_revision values (:id, 1, '', '', now(), '')""",
          """
          insert into profile values (:id, :id, 'Bench', :id, 1, 'en', 'Europe/Berlin', 30, 1, now())""",
          "insert into deployment values (:id, :id, :id, :id)");

  private static final String FILL =
      """
      with visit as (
        select n, to_char(date '2024-11-25' + n / 9, 'YYYY-MM-DD') as day,
               to_char(9 + n % 9, 'FM00') || ':00' as time,
               '+1555' || to_char((n * 7919) % 20000, 'FM0000000') as phone
          from generate_series(:from, :below - 1) n),
      key as (
        select *, '\\x01'::bytea || convert_to(day, 'UTF8') || '\\x00'::bytea as day_key,
               '\\x01'::bytea || convert_to(time, 'UTF8') || '\\x00'::bytea as time_key,
               '\\x01'::bytea || convert_to(phone, 'UTF8') || '\\x00'::bytea as phone_key
          from visit)
      insert into record (shelf_id, id, created_at, changed_at, fields, k0, k1, u0)
      select s.id, gen_random_uuid(), now(), now(),
             jsonb_build_object('day', day, 'time', time, 'name', 'Customer ' || n, 'phone', phone,
                                'status', 'booked'),
             day_key, phone_key || day_key, day_key || time_key
        from record_shelf s, key""";

  private PgRecordRows() {}

  static RecordPlace place(JdbcClient sql, App app) {
    PLACE.forEach(each -> sql.sql(each).param("id", ID).update());
    return new RecordPlace(ID, ID, ID, app.recordTypes());
  }

  static void fill(JdbcClient sql, int bookings) {
    for (var from = 0; from < bookings; from += AT_ONCE) {
      sql.sql(FILL).param("from", from).param("below", Math.min(bookings, from + AT_ONCE)).update();
    }
    sql.sql("vacuum analyze record").update();
  }

  static List<UUID> some(JdbcClient sql, int most) {
    return sql.sql("select id from record order by id limit :most")
        .param("most", most)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }
}
