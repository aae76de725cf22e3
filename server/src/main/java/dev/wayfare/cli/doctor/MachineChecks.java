package dev.wayfare.cli.doctor;

import dev.wayfare.db.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Java, and the places where data lies.
record MachineChecks(Path data) {
  private static final int JAVA = 25;
  private static final long MEGABYTE = 1L << 20;
  private static final long TIGHT = 1024;
  private static final long TOO_LITTLE = 200;

  List<Finding> look() {
    var findings = new ArrayList<Finding>();
    findings.add(java(Runtime.version().feature()));
    findings.add(folder());
    findings.add(space("Free space", data));
    EmbeddedPostgres.folderOf(data)
        .filter(database -> !database.startsWith(data.toAbsolutePath().normalize()))
        .ifPresent(database -> findings.add(space("Free space for the database", database)));
    return findings;
  }

  static Finding java(int version) {
    return version >= JAVA
        ? Finding.ok("Java", "Java " + Runtime.version())
        : Finding.fail(
            "Java",
            "Java %d; Wayfare needs %d or later.".formatted(version, JAVA),
            "Install a JDK 25 (Temurin 25, for instance) or set JAVA_HOME.");
  }

  private Finding folder() {
    var folder = data.toAbsolutePath().normalize();
    var nearest = nearest(folder);
    if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
      return Finding.fail(
          "Data folder",
          "%s cannot be written to.".formatted(nearest),
          "Give its owner the right to write, or name another folder with --data.");
    }
    return nearest.equals(folder)
        ? Finding.ok("Data folder", folder.toString())
        : Finding.ok("Data folder", folder + " is not there yet; the first start makes it.");
  }

  /// Of the file system that the folder is on, or will be.
  private static Finding space(String name, Path folder) {
    var there = nearest(folder.toAbsolutePath().normalize());
    try {
      return space(name, there, Files.getFileStore(there).getUsableSpace() / MEGABYTE);
    } catch (IOException unknown) {
      return Finding.warn(
          name, "How much is left at " + there + " cannot be told.", "Look with `df -h`.");
    }
  }

  static Finding space(String name, Path there, long megabytes) {
    var text = "%d MB at %s".formatted(megabytes, there);
    if (megabytes >= TIGHT) {
      return Finding.ok(name, text);
    }
    var wayOut = "Free some space, or move the data folder to a larger disk.";
    return megabytes < TOO_LITTLE
        ? Finding.fail(name, text, wayOut)
        : Finding.warn(name, text, wayOut);
  }

  private static Path nearest(Path folder) {
    var nearest = folder;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
