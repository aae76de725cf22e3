package dev.wayfare.bench;

import java.time.Duration;
import java.util.stream.Stream;

/// The processor time that processes have used, as the system counts it.
final class Cpu {
  private Cpu() {}

  /// Of a process and those it started.
  static Duration of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// Of this process: the client.
  static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
