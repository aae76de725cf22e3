package dev.wayfare.cli;

/// A command that could not do what it was asked, in words for the person who asked.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What happened, as an exit code: stable, for scripts.
  public enum Why {
    REFUSED(1),
    USAGE(2),
    UNREACHABLE(3),
    NOT_ALLOWED(4);

    private final int exitCode;

    Why(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Why why;

  public Refused(Why why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
