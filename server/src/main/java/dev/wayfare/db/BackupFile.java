package dev.wayfare.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A backup, copied to a file of our own and proven whole before anything is done with it.
final class BackupFile implements AutoCloseable {
  private final Path copy;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(Path copy, ZipFile zip, BackupManifest manifest) {
    this.copy = copy;
    this.zip = zip;
    this.manifest = manifest;
  }

  static BackupFile open(InputStream source) throws IOException {
    var copy = Files.createTempFile("wayfare-restore-", ".zip"); // readable for us alone
    try {
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      var zip = new ZipFile(copy.toFile());
      try {
        var file = new BackupFile(copy, zip, manifest(zip));
        file.verify();
        return file;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      Files.delete(copy);
      throw BackupManifest.damaged("it is cut short or no zip file");
    } catch (IOException | RuntimeException e) {
      Files.delete(copy);
      throw e;
    }
  }

  BackupManifest manifest() {
    return manifest;
  }

  InputStream rows(BackupManifest.Part part) throws IOException {
    return entry(zip, part.entry());
  }

  @Override
  public void close() {
    try {
      zip.close();
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put the backup's copy away", e);
    }
  }

  private void verify() throws IOException {
    for (var part : manifest.parts()) {
      var digest = BackupWriter.sha256();
      try (var rows = new DigestInputStream(rows(part), digest)) {
        rows.transferTo(OutputStream.nullOutputStream());
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
        throw BackupManifest.damaged("the rows of " + part.table().name() + " were altered");
      }
    }
  }

  private static BackupManifest manifest(ZipFile zip) throws IOException {
    try (var lines = entry(zip, BackupManifest.ENTRY)) {
      return BackupManifest.parse(new String(lines.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw BackupManifest.damaged("its list of contents cannot be read");
    }
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw BackupManifest.damaged(name + " is missing");
    }
    return zip.getInputStream(entry);
  }
}
