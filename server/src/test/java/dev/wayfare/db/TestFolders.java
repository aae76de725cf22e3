package dev.wayfare.db;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Folders that PostgreSQL's account can reach too when the tests run as root.
public final class TestFolders {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private TestFolders() {}

  /// Kept from run to run: the unpacked programs.
  static Path cache() {
    var folder =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("wayfare-test-" + System.getProperty("user.name"));
    return FileTree.folder(folder, "rwx--x--x");
  }

  static PostgresBinaries binaries() {
    return Optional.ofNullable(System.getProperty("wayfare.test.postgres"))
        .map(major -> PostgresBinaries.installedIn(DEBIAN.resolve(major)))
        .orElseGet(TestFolders::embedded);
  }

  static PostgresBinaries embedded() {
    return PostgresBinaries.unpackedInto(cache());
  }

  static Optional<PostgresBinaries> installed(int major) {
    var folder = DEBIAN.resolve(Integer.toString(major));
    return Files.isExecutable(folder.resolve("bin/postgres"))
        ? Optional.of(PostgresBinaries.installedIn(folder))
        : Optional.empty();
  }

  public static Path fresh() {
    try {
      return FileTree.folder(Files.createTempDirectory(cache(), "data-"), "rwx--x--x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For keys and the like; gone when the JVM ends.
  public static Path passing() {
    try {
      var folder = Files.createTempDirectory("wayfare-test-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> FileTree.delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a data folder away, with the database in it, running or not.
  public static void erase(Path data) {
    EmbeddedPostgres.erase(data);
    FileTree.delete(data);
  }

  /// What a JVM of its own needs to run the supervisor, however this JVM was started.
  public static String classPath() {
    try {
      var jars =
          Collections.list(loader().getResources("META-INF/MANIFEST.MF")).stream()
              .filter(url -> url.getProtocol().equals("jar"))
              .map(TestFolders::jarOf);
      return joined(Stream.concat(neededFiles().stream(), jars).distinct().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassLoader loader() {
    return TestFolders.class.getClassLoader();
  }

  /// The same, copied to where an account without rights can read it.
  static String classPathCopiedTo(Path folder) {
    return joined(neededFiles().stream().map(file -> copied(file, folder)).toList());
  }

  private static List<Path> neededFiles() {
    var types =
        Stream.of(
                EmbeddedPostgres.class,
                TestFolders.class,
                org.postgresql.Driver.class,
                org.slf4j.Logger.class,
                org.tukaani.xz.XZInputStream.class,
                org.apache.commons.compress.archivers.ArchiveEntry.class,
                org.apache.commons.io.IOUtils.class,
                org.apache.commons.lang3.StringUtils.class,
                com.zaxxer.hikari.HikariDataSource.class,
                org.flywaydb.core.Flyway.class,
                org.springframework.jdbc.core.simple.JdbcClient.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .map(url -> Path.of(URI.create(url.toString())));
    var programs =
        Stream.of("/postgres-linux-x86_64.txz", "/postgres-linux-arm_64.txz")
            .map(TestFolders::jarWith);
    return Stream.concat(types, programs).distinct().toList();
  }

  private static Path jarWith(String resource) {
    return jarOf(Objects.requireNonNull(TestFolders.class.getResource(resource), resource));
  }

  private static Path jarOf(URL inside) {
    try {
      var jar = (JarURLConnection) inside.openConnection();
      return Path.of(URI.create(jar.getJarFileURL().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copied(Path from, Path folder) {
    var target = folder.resolve(Integer.toHexString(from.hashCode()) + "-" + from.getFileName());
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.toList()) {
        var copy = target.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          FileTree.folder(copy, "rwxr-xr-x");
        } else {
          Files.copy(file, file.equals(from) ? target : copy);
          Files.setPosixFilePermissions(
              file.equals(from) ? target : copy, PosixFilePermissions.fromString("rw-r--r--"));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
