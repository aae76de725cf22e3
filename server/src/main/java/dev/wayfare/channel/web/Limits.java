package dev.wayfare.channel.web;

import dev.wayfare.flow.page.ControlView;
import java.time.Duration;

/// How much a stranger may send, and how long a browser may listen in one go.
record Limits(
    long fileBytes, long requestBytes, Duration heartbeat, Duration liveFor, int listeners) {

  static final Limits USUAL =
      new Limits(
          10L * 1024 * 1024,
          64L * 1024 * 1024,
          Duration.ofSeconds(20),
          Duration.ofMinutes(5),
          20_000);

  /// What a control takes: its own limit in megabytes, never more than ours.
  long fileBytes(ControlView control) {
    var own = control.attribute("max_mb");
    return own.matches("[1-9][0-9]{0,2}")
        ? Math.min(fileBytes, Long.parseLong(own) * 1024 * 1024)
        : fileBytes;
  }

  static String words(long bytes) {
    return bytes / (1024 * 1024) + " MB";
  }
}
