package dev.wayfare.cli.play;

import dev.wayfare.flow.page.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of this machine, handed to a page as if it had been uploaded. Only its facts are read.
final class LocalFile {
  private LocalFile() {}

  static String upload(String path) {
    try {
      var file = Path.of(path);
      if (!Files.isRegularFile(file)) {
        throw new NotUnderstood("There is no file " + file.toAbsolutePath() + ".");
      }
      var type =
          Optional.ofNullable(Files.probeContentType(file)).orElse("application/octet-stream");
      var name = file.getFileName().toString();
      var id = "file-" + Integer.toHexString(file.toAbsolutePath().hashCode());
      return new Upload(id, name, type, Files.size(file)).line();
    } catch (IOException | InvalidPathException unreadable) {
      throw new NotUnderstood("The file " + path + " cannot be read.");
    }
  }
}
