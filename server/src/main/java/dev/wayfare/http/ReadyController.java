package dev.wayfare.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever spreads requests over several servers: 200 while this one can answer customers, 503
/// while it starts, stops, or cannot reach its database.
@RestController
final class ReadyController {

  record Ready(boolean ready) {}

  private final PgPulse pulse;

  ReadyController(PgPulse pulse) {
    this.pulse = pulse;
  }

  @GetMapping("/api/v1/ready")
  Ready ready() {
    pulse.feel();
    return new Ready(true);
  }
}
