package dev.wayfare.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/// The same searches as a person would write them by hand over the same rows: each one prepared
/// statement on one connection, the rows taken as the driver gives them.
final class PgBareRecords implements AutoCloseable {
  private static final String ROW = "select id, created_at, changed_at, fields::text from record";

  private final UUID shelf;
  private final PreparedStatement day;
  private final PreparedStatement phone;
  private final PreparedStatement one;

  PgBareRecords(Connection connection) throws SQLException {
    try (var sql = connection.createStatement();
        var row = sql.executeQuery("select id from record_shelf")) {
      row.next();
      shelf = row.getObject(1, UUID.class);
    }
    day =
        connection.prepareStatement(
            ROW + " where shelf_id = ? and u0 >= ? and u0 < ? order by u0 limit 51");
    phone =
        connection.prepareStatement(
            ROW
                + " where shelf_id = ? and k1 >= ? and k1 < ? order by k1, fields ->> 'time' limit 2");
    one = connection.prepareStatement(ROW + " where shelf_id = ? and id = ? limit 2");
  }

  int ofDay(String value) throws SQLException {
    return range(day, key(value), behind(key(value)));
  }

  int ofPhone(String value, String since) throws SQLException {
    return range(phone, joined(key(value), key(since)), behind(key(value)));
  }

  int byId(UUID id) throws SQLException {
    one.setObject(1, shelf);
    one.setObject(2, id);
    return taken(one);
  }

  private int range(PreparedStatement sql, byte[] from, byte[] below) throws SQLException {
    sql.setObject(1, shelf);
    sql.setBytes(2, from);
    sql.setBytes(3, below);
    return taken(sql);
  }

  private static int taken(PreparedStatement sql) throws SQLException {
    var count = 0;
    try (var rows = sql.executeQuery()) {
      while (rows.next()) {
        for (var column = 1; column <= 4; column++) {
          rows.getString(column);
        }
        count++;
      }
    }
    return count;
  }

  private static byte[] key(String value) {
    return ("\u0001" + value + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] behind(byte[] key) {
    return joined(key, new byte[] {(byte) 255});
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Override
  public void close() throws SQLException {
    day.close();
    phone.close();
    one.close();
  }
}
