package dev.wayfare.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The product's two statements of a plain turn, over copies of the product's own tables.
final class PgBareStore {
  /// A schema with tables, keys and indexes like the product's.
  static final String SCHEMA =
      """
      create schema bench_bare;
      create table bench_bare.journey (like public.journey including all) with (fillfactor = 60);
      create table bench_bare.trail (like public.trail including all);
      create table bench_bare.inbox (like public.inbox including all);
      create table bench_bare.opt_out (like public.opt_out including all);
      """;

  private static final String READ =
      """
      select i.reply, o.phone is not null as opted_out, j.id, j.turn, j.state
        from (select ?::uuid as deployment, ?::text as number, ?::text as phone, ?::text as key) q
        left join bench_bare.inbox i on i.deployment_id = q.deployment and i.key = q.key
        left join bench_bare.opt_out o
          on o.deployment_id = q.deployment and o.number = q.number and o.phone = q.phone
        left join bench_bare.journey j
          on j.deployment_id = q.deployment and j.phone = q.phone and j.standing = 'open'
            and j.phone <> ''""";

  private static final String REMEMBER =
      """
      , t as (insert into bench_bare.trail
            (deployment_id, journey_id, turn, at, kind, release_id, entries)
          select ?, ?, ?, ?, ?, ?, ? from j)
      , i as (insert into bench_bare.inbox (deployment_id, key, at, reply) select ?, ?, ?, ? from j)
      select count(*) from j""";

  private static final String FIRST =
      """
      with j as (insert into bench_bare.journey (deployment_id, id, link, release_id, phone,
          began_on, standing, turn, texts, troubles, began_at, last_at, expires_at, state)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? returning 1)"""
          + REMEMBER;

  private static final String LATER =
      """
      with j as (update bench_bare.journey set standing = ?, turn = ?, last_at = ?, state = ?,
            texts = texts + ?, troubles = troubles + ?
          where deployment_id = ? and id = ? and turn = ? and standing = 'open' returning 1)"""
          + REMEMBER;

  private static final UUID DEPLOYMENT = UUID.randomUUID();
  private static final UUID RELEASE = UUID.randomUUID();

  private final DataSource pool;
  private final RowSizes sizes;

  PgBareStore(DataSource pool, RowSizes sizes) {
    this.pool = pool;
    this.sizes = sizes;
  }

  /// Where a phone stands.
  record Seen(Optional<String> answered, @Nullable UUID journey, int turn, String state) {}

  Seen read(String phone, String key) {
    try (var connection = pool.getConnection();
        var sql = connection.prepareStatement(READ)) {
      fill(sql, 1, DEPLOYMENT, Hook.NUMBER, phone, key);
      try (var row = sql.executeQuery()) {
        row.next();
        var state = row.getString(5);
        return new Seen(
            Optional.ofNullable(row.getString(1)),
            row.getObject(3, UUID.class),
            row.getInt(4),
            state == null ? "" : state.strip());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// False when somebody else was first.
  boolean commit(String phone, String key, Seen seen, BareServlet.Turn turn) {
    try (var connection = pool.getConnection();
        var sql = connection.prepareStatement(seen.journey() == null ? FIRST : LATER)) {
      var now = OffsetDateTime.now(ZoneOffset.UTC);
      var journey = seen.journey() == null ? UUID.randomUUID() : seen.journey();
      var standing = turn.ends() ? "ended" : "open";
      var number = seen.turn() + 1;
      var state = padded(turn.state());
      var next =
          seen.journey() == null
              ? fill(
                  sql,
                  1,
                  DEPLOYMENT,
                  journey,
                  journey.toString(),
                  RELEASE,
                  phone,
                  "text",
                  standing,
                  number,
                  2,
                  0,
                  now,
                  now,
                  now.plusDays(30),
                  state)
              : fill(sql, 1, standing, number, now, state, 2, 0, DEPLOYMENT, journey, seen.turn());
      fill(
          sql,
          next,
          DEPLOYMENT,
          journey,
          number,
          now,
          "text",
          RELEASE,
          sizes.entries(),
          DEPLOYMENT,
          key,
          now,
          turn.reply());
      try (var row = sql.executeQuery()) {
        return row.next() && row.getLong(1) == 1;
      }
    } catch (SQLException e) {
      if ("23505".equals(e.getSQLState())) {
        return false;
      }
      throw new IllegalStateException(e);
    }
  }

  private String padded(String state) {
    return state + " ".repeat(Math.max(0, sizes.state().length() - state.length()));
  }

  private static int fill(PreparedStatement sql, int from, Object... values) throws SQLException {
    var place = from;
    for (var value : values) {
      sql.setObject(place++, value);
    }
    return place;
  }
}
