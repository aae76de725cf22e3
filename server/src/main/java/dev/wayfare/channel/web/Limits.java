package dev.wayfare.channel.web;

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

  String fileWords() {
    return fileBytes / (1024 * 1024) + " MB";
  }
}
