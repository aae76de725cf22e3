package dev.wayfare.cli;

import picocli.CommandLine.Option;

/// How much of a list is wanted; all of it unless somebody says otherwise.
final class Length {
  @Option(names = "--limit", description = "At most so many (default: all).")
  private int limit = Integer.MAX_VALUE;

  int most() {
    if (limit < 1) {
      throw new Refused(Refused.Why.USAGE, "--limit is 1 or more.");
    }
    return limit;
  }
}
