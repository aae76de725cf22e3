package dev.wayfare.runtime;

/// A second server that can be killed while it asks a service.
final class AskingProcess {
  private AskingProcess() {}

  /// Beside what every [OtherServer] is given: the service, whether to hold before the call.
  public static void main(String... arguments) {
    System.setProperty(Outward.SERVICE, arguments[2]);
    System.setProperty(Outward.HOLD, arguments[3]);
    OtherProgram.run(Outward.class, arguments);
  }
}
