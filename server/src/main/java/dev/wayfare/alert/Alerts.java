package dev.wayfare.alert;

import java.time.InstantSource;

/// The door for whoever notices that something beside the journeys is wrong. What is raised joins
/// the transaction of the thread, is grouped like everything else, and goes to the notifiers of
/// the organization that receive its kind.
public final class Alerts {
  private final PgEventStore events;
  private final InstantSource clock;

  Alerts(PgEventStore events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  public void raise(Raised raised) {
    events.add(raised, false, clock.instant());
  }

  /// The trouble of this kind and mark is over. Nothing, if it was never raised.
  public void over(Raised raised) {
    events.add(raised, true, clock.instant());
  }
}
