package dev.wayfare.kernel;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The key file: one key a line, `<id> <base64>`. The last one seals, all of them open, so that a
/// key is rotated by adding a line.
final class SealKeys {

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private SealKeys() {}

  static SequencedMap<String, byte[]> readOrCreate(Path file, SecureRandom chance) {
    try {
      if (!Files.exists(file)) {
        write(file, Map.ofEntries(newKey(chance)), false);
      }
      return read(file);
    } catch (FileAlreadyExistsException _) {
      return readOrCreate(file, chance); // another process was first: its key is the key
    } catch (IOException e) {
      throw new SealException("The key file %s cannot be read or made.".formatted(file), e);
    }
  }

  static void begin(Path file, Path from, SecureRandom chance) {
    try {
      var keys = read(from);
      var fresh = newKey(chance);
      keys.put(fresh.getKey(), fresh.getValue());
      write(file, keys, false);
    } catch (IOException e) {
      throw new SealException("The key file %s cannot be made.".formatted(file), e);
    }
  }

  static void add(Path file, SecureRandom chance) {
    try {
      var keys = read(file);
      var fresh = newKey(chance);
      keys.put(fresh.getKey(), fresh.getValue());
      write(file, keys, true);
    } catch (IOException e) {
      throw new SealException("The key file %s cannot be written.".formatted(file), e);
    }
  }

  private static SequencedMap<String, byte[]> read(Path file) throws IOException {
    var keys = new LinkedHashMap<String, byte[]>();
    var lines = Files.readAllLines(file);
    for (var i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        var key = parse(lines.get(i).strip());
        if (key.isEmpty()) {
          throw new SealException(
              "Line %d of the key file %s is not a key (expected `<id> <base64 of 32 bytes>`). Restore the file from a backup."
                  .formatted(i + 1, file));
        }
        keys.put(key.getFirst().getKey(), key.getFirst().getValue());
      }
    }
    if (keys.isEmpty()) {
      throw new SealException(
          "The key file %s is empty. Restore it from a backup; or remove it, and enter all secrets again."
              .formatted(file));
    }
    return keys;
  }

  private static List<Map.Entry<String, byte[]>> parse(String line) {
    var parts = line.split(" ", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9a-f]{8}")) {
      return List.of();
    }
    try {
      var key = Base64.getDecoder().decode(parts[1]);
      return key.length == KEY_BYTES ? List.of(Map.entry(parts[0], key)) : List.of();
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  private static Map.Entry<String, byte[]> newKey(SecureRandom chance) {
    var id = new byte[ID_BYTES];
    var key = new byte[KEY_BYTES];
    chance.nextBytes(id);
    chance.nextBytes(key);
    return Map.entry(HexFormat.of().formatHex(id), key);
  }

  /// Written beside and moved into place, so that no crash leaves half a key behind.
  private static void write(Path file, Map<String, byte[]> keys, boolean replace)
      throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var beside = Files.createTempFile(folder, "seal", ".new"); // made with mode 0600
    try {
      var lines = new ArrayList<String>();
      keys.forEach((id, key) -> lines.add(id + " " + Base64.getEncoder().encodeToString(key)));
      Files.write(beside, lines);
      if (replace) {
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.createLink(file, beside); // fails when another process was first
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
