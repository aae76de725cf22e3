package dev.wayfare.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A request's body on disk while it is looked at, never more of it than the limit allows, gone
/// when closed.
final class Spool implements AutoCloseable {

  private final Path file;
  private final long size;

  private Spool(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  /// Reads one byte more than `most`, so that "too large" shows in the size.
  static Spool of(InputStream body, long most) throws IOException {
    var file = Files.createTempFile("wayfare-upload-", "");
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[16_384];
      var size = 0L;
      for (var read = body.read(buffer); read >= 0 && size <= most; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        size += read;
      }
      return new Spool(file, size);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  long size() {
    return size;
  }

  InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
