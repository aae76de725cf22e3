package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL's programs on disk: `initdb`, `pg_ctl`, `postgres`, and what they need.
record PostgresBinaries(Path folder, String version) {
  private static final String DRAFT = "unpacking-";
  private static final ProcessHandle OURS = ProcessHandle.current();

  /// The PostgreSQL that travels on our class path, unpacked once per machine and kept.
  static PostgresBinaries unpackedInto(Path parent) {
    var archive = archive();
    var mark = mark(archive);
    return find(parent, mark).orElseGet(() -> unpack(archive, parent, mark));
  }

  /// PostgreSQL as installed on the machine, such as `/usr/lib/postgresql/15`.
  static PostgresBinaries installedIn(Path folder) {
    var answer = new Command(java.util.List.of(folder + "/bin/postgres", "--version")).run();
    if (!answer.succeeded()) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.MACHINE_NOT_SUPPORTED,
          "PostgreSQL's programs in %s do not run here: %s".formatted(folder, answer.output()));
    }
    return new PostgresBinaries(folder, answer.output().replaceAll("^\\D*([0-9.]+).*", "$1"));
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /// Those of earlier versions, 75 MB each, once nothing runs on them any more.
  void dropOthersIn(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      folders
          .filter(other -> other.getFileName().toString().matches("[0-9.]+-[0-9a-f]+"))
          .filter(other -> !other.equals(folder))
          .forEach(FileTree::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + parent, e);
    }
  }

  int major() {
    return Integer.parseInt(version.split("\\.", 2)[0]);
  }

  static Optional<PostgresBinaries> find(Path parent, String mark) {
    if (!Files.isDirectory(parent)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches("[0-9.]+-" + mark))
          .findFirst()
          .map(folder -> new PostgresBinaries(folder, versionIn(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + parent, e);
    }
  }

  private static String versionIn(Path folder) {
    var name = folder.getFileName().toString();
    return name.substring(0, name.indexOf('-'));
  }

  /// Into a folder beside, then renamed: a start that breaks off leaves nothing that looks whole.
  private static PostgresBinaries unpack(URL archive, Path parent, String mark) {
    try {
      dropBrokenOff(parent);
      var draft = parent.resolve(DRAFT + OURS.pid());
      FileTree.folder(draft, "rwxr-xr-x");
      if (!KeptPrograms.given(mark).map(kept -> kept.copyInto(draft)).orElse(false)) {
        FileTree.delete(draft);
        Txz.unpack(archive, FileTree.folder(draft, "rwxr-xr-x"));
      }
      var version = installedIn(draft).version();
      var folder = parent.resolve(version + "-" + mark);
      try {
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        FileTree.delete(draft); // another process was faster, with the same bytes
      }
      return new PostgresBinaries(folder, version);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + parent, e);
    }
  }

  /// What processes that ended in the middle of unpacking have left.
  private static void dropBrokenOff(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      folders
          .filter(folder -> folder.getFileName().toString().startsWith(DRAFT))
          .filter(folder -> ProcessHandle.of(pid(folder)).filter(p -> !p.equals(OURS)).isEmpty())
          .forEach(FileTree::delete);
    }
  }

  private static long pid(Path draft) {
    return Long.parseLong(draft.getFileName().toString().substring(DRAFT.length()));
  }

  private static URL archive() {
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var name =
        switch (machine) {
          case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
          default -> "";
        };
    var found = name.isEmpty() ? null : PostgresBinaries.class.getResource(name);
    if (found == null || !System.getProperty("os.name").equals("Linux")) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.MACHINE_NOT_SUPPORTED,
          """
          The embedded PostgreSQL runs on Linux on amd64 and arm64; this machine is %s on %s. \
          Start Wayfare with --database-url and a PostgreSQL of your own (15 to 18)."""
              .formatted(System.getProperty("os.name"), machine));
    }
    return found;
  }

  /// Tells one archive from another without reading 15 MB at every start: a jar knows it already.
  private static String mark(URL archive) {
    try {
      var connection = archive.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return "%08x%x".formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
      }
      try (var stream = connection.getInputStream()) {
        return "%x".formatted(connection.getLastModified()) + "%x".formatted(stream.available());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read PostgreSQL's archive on the class path", e);
    }
  }
}
