package dev.wayfare.db;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/// Writes one snapshot: a zip with a file per table and, at its end, the list of contents.
record BackupWriter(Connection connection) {
  static final String PLAIN_FORMS =
      """
      set local timezone = 'UTC';
      set local datestyle = 'ISO, YMD';
      set local intervalstyle = 'postgres';
      set local extra_float_digits = 3;
      set local bytea_output = 'hex'""";

  BackupManifest write(OutputStream target) throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (var sql = connection.createStatement()) {
      sql.execute(PLAIN_FORMS);
    }
    var catalog = new Catalog(connection, "public");
    var zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    var parts = new ArrayList<BackupManifest.Part>();
    for (var table : catalog.tables()) {
      parts.add(write(catalog, table, zip));
    }
    var manifest =
        new BackupManifest(
            catalog.version(),
            connection.getMetaData().getDatabaseProductVersion(),
            parts,
            catalog.sequences());
    zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
    zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    connection.rollback();
    return manifest;
  }

  /// A `select`, because `COPY` alone does not read a partitioned table.
  private BackupManifest.Part write(Catalog catalog, Catalog.Table table, ZipOutputStream zip)
      throws SQLException, IOException {
    var empty = new BackupManifest.Part(table, 0, "");
    zip.putNextEntry(new ZipEntry(empty.entry()));
    var digest = sha256();
    var copy =
        "copy (select %s from %s) to stdout"
            .formatted(table.columnList(), catalog.full(table.name()));
    var rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(copy, new DigestOutputStream(new StaysOpen(zip), digest));
    zip.closeEntry();
    return new BackupManifest.Part(table, rows, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {
      // the zip goes on with the next table
    }
  }
}
