package dev.wayfare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a test writes and compares: `-Dwayfare.goldens=rewrite` writes it, and the diff is
/// what a review reads.
public record GoldenFile(Path path) {

  public static GoldenFile at(String path) {
    return new GoldenFile(Path.of(path));
  }

  public String text() {
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fails when the file says something else, or writes it when asked to.
  public void says(String expected) {
    if ("rewrite".equals(System.getProperty("wayfare.goldens"))) {
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, expected);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(text())
        .as("%s is stale: run the test with -Dwayfare.goldens=rewrite and read the diff", path)
        .isEqualTo(expected);
  }
}
