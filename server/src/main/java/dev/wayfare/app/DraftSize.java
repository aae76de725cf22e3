package dev.wayfare.app;

import dev.wayfare.http.ProblemException;

/// How large a draft may be, wherever one comes in.
public final class DraftSize {
  static final int LARGEST = 2 * 1024 * 1024;

  private DraftSize() {}

  public static void check(int bytes) {
    if (bytes > LARGEST) {
      throw ProblemException.of(
          413,
          "content_too_large",
          "The document is too large",
          "Expected at most %d bytes, found %d.".formatted(LARGEST, bytes));
    }
  }
}
