package dev.wayfare.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What stands in one schema, as PostgreSQL's own catalog tells it: so a table that a later
/// migration adds is in every backup by itself.
record Catalog(Connection connection, String schema) {

  /// @param columns without those the server computes
  record Table(String name, List<String> columns) {
    String columnList() {
      return String.join(", ", columns.stream().map(Catalog::quoted).toList());
    }
  }

  /// @param next the value it would give out next
  record Sequence(String name, long next) {}

  record ForeignKey(String table, String name, String definition) {}

  List<Table> tables() throws SQLException {
    return read(
        """
        select c.relname,
               array(select a.attname::text
                       from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0
                        and not a.attisdropped and a.attgenerated = ''
                      order by a.attnum)
          from pg_class c
         where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p')
           and not c.relispartition and c.relname <> '%s'
         order by c.relname"""
            .formatted(Migrations.HISTORY),
        row -> new Table(row.getString(1), strings(row.getArray(2))));
  }

  List<Sequence> sequences() throws SQLException {
    var names =
        read(
            """
            select c.relname from pg_class c
             where c.relnamespace = ?::regnamespace and c.relkind = 'S' order by c.relname""",
            row -> row.getString(1));
    var sequences = new ArrayList<Sequence>();
    for (var name : names) {
      sequences.add(new Sequence(name, next(name)));
    }
    return sequences;
  }

  /// Those of partitions come and go with their parents'.
  List<ForeignKey> foreignKeys() throws SQLException {
    return read(
        """
        select t.relname, k.conname, pg_get_constraintdef(k.oid)
          from pg_constraint k join pg_class t on t.oid = k.conrelid
         where k.connamespace = ?::regnamespace and k.contype = 'f' and k.conparentid = 0
         order by t.relname, k.conname""",
        row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
  }

  /// Tables and views; what the schema is known by.
  List<String> relations() throws SQLException {
    return read(
        """
        select c.relname from pg_class c
         where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
         order by c.relname""",
        row -> row.getString(1));
  }

  boolean hasRows(Table table) throws SQLException {
    try (var sql = connection.createStatement();
        var row = sql.executeQuery("select exists (select 1 from " + full(table.name()) + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /// The number of the last migration; `0` for a schema without any.
  String version() throws SQLException {
    if (!relations().contains(Migrations.HISTORY)) {
      return "0";
    }
    try (var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                """
                select version from %s where success and version is not null
                 order by installed_rank desc limit 1"""
                    .formatted(full(Migrations.HISTORY)))) {
      return row.next() ? row.getString(1) : "0";
    }
  }

  String full(String name) {
    return quoted(schema) + "." + quoted(name);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private long next(String sequence) throws SQLException {
    try (var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                """
                select case when s.is_called then s.last_value + d.seqincrement else s.last_value end
                  from %1$s s, pg_sequence d where d.seqrelid = '%1$s'::regclass"""
                    .formatted(full(sequence)))) {
      row.next();
      return row.getLong(1);
    }
  }

  private interface Reading<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String query, Reading<T> reading) throws SQLException {
    try (var sql = connection.prepareStatement(query)) {
      sql.setString(1, quoted(schema));
      try (var rows = sql.executeQuery()) {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(reading.from(rows));
        }
        return found;
      }
    }
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
