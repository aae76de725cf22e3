package dev.wayfare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The studio as it was built into the jar: one page, and files whose names change with their
/// content, each also compressed ahead of time. A jar that was built without Node has none.
final class Studio {
  /// Stands in the built page wherever a browser wants the word of this very answer.
  static final String NONCE_HERE = "WAYFARE-NONCE";

  private final String folder;
  private final Optional<String> page;

  private Studio(String folder, Optional<String> page) {
    this.folder = folder;
    this.page = page;
  }

  static Studio builtIn() {
    return in("/studio/");
  }

  /// @param folder on the class path, with a slash at either end
  static Studio in(String folder) {
    var page = read(folder + "index.html").map(it -> new String(it, StandardCharsets.UTF_8));
    return new Studio(folder, page);
  }

  boolean isThere() {
    return page.isPresent();
  }

  /// The page, with the word that lets exactly its own styles in.
  Optional<String> page(String nonce) {
    return page.map(it -> it.replace(NONCE_HERE, nonce));
  }

  /// A file in the smallest form that the asker understands.
  ///
  /// @param accepts the header `Accept-Encoding`
  Optional<Sent> file(String name, String accepts) {
    for (var form : Form.values()) {
      if (accepts.contains(form.word)) {
        var packed = read(folder + "studio/" + name + form.ending);
        if (packed.isPresent()) {
          return packed.map(it -> new Sent(it, Optional.of(form.word)));
        }
      }
    }
    return read(folder + "studio/" + name).map(it -> new Sent(it, Optional.empty()));
  }

  /// Bytes as they go out, and how they are packed.
  record Sent(byte[] bytes, Optional<String> encoding) {}

  private enum Form {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String word;
    private final String ending;

    Form(String word, String ending) {
      this.word = word;
      this.ending = ending;
    }
  }

  private static Optional<byte[]> read(String path) {
    try (var in = Studio.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
