package dev.wayfare.cli.doctor;

import dev.wayfare.kernel.SealException;
import dev.wayfare.kernel.SealedBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The key that secrets are sealed with: there, a key, and nobody else's to read.
final class KeyCheck {
  private static final String NAME = "Key file";

  private KeyCheck() {}

  static Finding look(Path data, boolean used) {
    var file = SealedBox.keyFile(data).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      return used
          ? Finding.fail(
              NAME,
              file + " is missing: secrets in the database cannot be opened.",
              "Put it back from your copy of the data folder. Without one, the next start makes a"
                  + " new key, and all secrets are to be entered again.")
          : Finding.ok(NAME, file + " is not there yet; the first start makes it.");
    }
    try {
      var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      if (!mode.endsWith("------")) {
        return Finding.fail(
            NAME,
            "%s can be read by others than its owner (%s).".formatted(file, mode),
            "chmod 600 " + file);
      }
      SealedBox.withKeyFile(file);
      return Finding.ok(NAME, file + " is readable only by its owner.");
    } catch (SealException damaged) {
      return Finding.fail(NAME, String.valueOf(damaged.getMessage()), "Restore it from your copy.");
    } catch (IOException | UnsupportedOperationException unknown) {
      return Finding.warn(
          NAME,
          "Who may read " + file + " cannot be told.",
          "Keep it on a file system that knows owners.");
    }
  }
}
