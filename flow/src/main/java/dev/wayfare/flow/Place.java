package dev.wayfare.flow;

/// Where in an app document something stands: the path of keys from its root, joined by `/`
/// (`flows/helper/steps/which/text`), and the line and column in the file it was read from, from 1;
/// 0 where there was no file.
public record Place(String path, int line, int column) {
  public static final Place ROOT = new Place("", 1, 1);

  /// A place further in: same line until something better is known.
  public Place in(String key) {
    return new Place(path.isEmpty() ? key : path + "/" + key, line, column);
  }

  @Override
  public String toString() {
    return (path.isEmpty() ? "the document" : path)
        + (line > 0 ? " (line " + line + ", column " + column + ")" : "");
  }
}
