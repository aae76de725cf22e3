package dev.wayfare.record;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.json.ValueCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records in PostgreSQL. Their keys are worked out here and written in the same statement as the
/// record, so that an index never tells another story.
final class PgRecordStore {
  private static final ValueCodec CODEC = new ValueCodec();

  private static final String COLUMNS =
      "id, created_at, changed_at, cast(fields as text) as fields";

  /// A broken rule leaves no row and no error behind.
  private static final String ADD =
      """
      insert into record (shelf_id, id, created_at, changed_at, fields,
                          k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, u0, u1, u2, u3, u4)
      values (:shelf, :id, :created, :changed, cast(:fields as jsonb),
              :k0, :k1, :k2, :k3, :k4, :k5, :k6, :k7, :k8, :k9, :u0, :u1, :u2, :u3, :u4)
      on conflict do nothing""";

  private static final String CHANGE =
      """
      update record
         set changed_at = :changed, fields = cast(:fields as jsonb),
             k0 = :k0, k1 = :k1, k2 = :k2, k3 = :k3, k4 = :k4,
             k5 = :k5, k6 = :k6, k7 = :k7, k8 = :k8, k9 = :k9,
             u0 = :u0, u1 = :u1, u2 = :u2, u3 = :u3, u4 = :u4
       where shelf_id = :shelf and id = :id""";

  private static final String STANDS =
      "select exists (select 1 from record_shelf where id = :shelf and revision = :revision)";

  private static final String PAGE =
      "select "
          + COLUMNS
          + " from record where shelf_id = :shelf and id > :after order by id limit :most";

  private final JdbcClient sql;
  private final NamedParameterJdbcTemplate batches;

  PgRecordStore(JdbcClient sql, NamedParameterJdbcTemplate batches) {
    this.sql = sql;
    this.batches = batches;
  }

  /// False when a unique rule stands against it.
  boolean add(Shelf shelf, StoredRecord record) {
    return batches.update(ADD, row(shelf, record)) == 1;
  }

  /// @throws org.springframework.dao.DuplicateKeyException when a unique rule stands against it
  void change(Shelf shelf, Collection<StoredRecord> records) {
    batches.batchUpdate(
        CHANGE,
        records.stream().map(each -> row(shelf, each)).toArray(MapSqlParameterSource[]::new));
  }

  private static MapSqlParameterSource row(Shelf shelf, StoredRecord record) {
    var row = new MapSqlParameterSource();
    row.addValue("shelf", shelf.id());
    row.addValue("id", record.id());
    row.addValue("created", PgTime.of(record.created()));
    row.addValue("changed", PgTime.of(record.changed()));
    row.addValue("fields", CODEC.writeValue(record.fields()));
    var shape = shelf.shape();
    for (var column = 0; column < RecordType.MOST_INDEXES; column++) {
      var used = column < shape.indexes().size() && !shape.indexes().get(column).isEmpty();
      row.addValue(
          "k" + column,
          used ? Keys.of(shape.indexes().get(column), record.fields()) : null,
          Types.BINARY);
    }
    for (var column = 0; column < RecordType.MOST_RULES; column++) {
      row.addValue(
          "u" + column,
          column < shape.rules().size()
              ? Keys.rule(shape.rules().get(column), record.fields()).orElse(null)
              : null,
          Types.BINARY);
    }
    return row;
  }

  /// What is looked for; empty when the shelf is no longer as the search was made for. Revisions
  /// only grow: one that still stands after nothing was found stood before, too.
  Optional<List<StoredRecord>> find(Search search) {
    var found = asked(PgSearch.finding(search)).query(PgRecordStore::record).list();
    return found.isEmpty() && !stands(search.shelf()) ? Optional.empty() : Optional.of(found);
  }

  private boolean stands(Shelf shelf) {
    return sql.sql(STANDS)
        .param("shelf", shelf.id())
        .param("revision", shelf.revision())
        .query(Boolean.class)
        .single();
  }

  /// The same, locked in the order of their ids until the transaction ends.
  List<StoredRecord> lock(Search search) {
    return asked(PgSearch.locking(search)).query(PgRecordStore::record).list();
  }

  int delete(Search search) {
    return asked(PgSearch.deleting(search)).update();
  }

  private JdbcClient.StatementSpec asked(PgSearch search) {
    return sql.sql(search.sql()).params(search.parameters());
  }

  /// By its key under a rule.
  Optional<StoredRecord> byRule(Shelf shelf, int column, byte[] key, boolean lock) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from record where shelf_id = :shelf and u"
                + column
                + " = :key"
                + (lock ? " for no key update" : ""))
        .param("shelf", shelf.id())
        .param("key", key)
        .query(PgRecordStore::record)
        .optional();
  }

  Optional<StoredRecord> byId(Shelf shelf, UUID id, boolean lock) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from record where shelf_id = :shelf and id = :id"
                + (lock ? " for no key update" : ""))
        .param("shelf", shelf.id())
        .param("id", id)
        .query(PgRecordStore::record)
        .optional();
  }

  boolean delete(Shelf shelf, UUID id) {
    return sql.sql("delete from record where shelf_id = :shelf and id = :id")
            .param("shelf", shelf.id())
            .param("id", id)
            .update()
        == 1;
  }

  /// In the order of their ids, behind `after`.
  List<StoredRecord> page(Shelf shelf, UUID after, int most) {
    return sql.sql(PAGE)
        .param("shelf", shelf.id())
        .param("after", after)
        .param("most", most)
        .query(PgRecordStore::record)
        .list();
  }

  long count(Shelf shelf) {
    return sql.sql("select count(*) from record where shelf_id = :shelf")
        .param("shelf", shelf.id())
        .query(Long.class)
        .single();
  }

  /// Empties all columns of rules, so that they can be filled anew in any order.
  void forgetRules(Shelf shelf) {
    sql.sql(
            "update record set u0 = null, u1 = null, u2 = null, u3 = null, u4 = null"
                + " where shelf_id = :shelf")
        .param("shelf", shelf.id())
        .update();
  }

  private static StoredRecord record(ResultSet row, int number) throws SQLException {
    return new StoredRecord(
        row.getObject("id", UUID.class),
        PgTime.read(row, "created_at"),
        PgTime.read(row, "changed_at"),
        ShapeText.map(CODEC.readValue(row.getString("fields"))));
  }
}
