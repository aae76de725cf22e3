package dev.wayfare.cli.play;

/// A typed line that means nothing here, in words for whoever typed it. It never ends a session.
final class NotUnderstood extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String words;

  NotUnderstood(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  String words() {
    return words;
  }
}
