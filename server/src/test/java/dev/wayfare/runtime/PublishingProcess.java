package dev.wayfare.runtime;

import dev.wayfare.publish.HaltAt;

/// A second server whose releases stop for good, each at one point of its way, to be killed there.
final class PublishingProcess {
  private PublishingProcess() {}

  /// Beside what every [OtherServer] is given: the points, as [HaltAt] reads it.
  public static void main(String... arguments) {
    System.setProperty(HaltAt.POINTS, arguments[2]);
    OtherProgram.run(HaltAt.class, arguments);
  }
}
