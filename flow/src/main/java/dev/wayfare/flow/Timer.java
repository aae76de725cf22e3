package dev.wayfare.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A timer the journey waits for: it wakes the step that set it, or does something by itself. One
/// with `hours` (the name of a calendar, else empty) does it in opening hours only, also when it
/// comes late.
public sealed interface Timer {
  Instant at();

  default String hours() {
    return "";
  }

  /// The same for another moment.
  Timer moved(Instant to);

  /// Wakes `step` of the flow at this depth (from 1) of `channel`, if it still stands there.
  record Wake(Instant at, Channel channel, int depth, String step) implements Timer {
    /// The name of such a timer. One step waits at one depth of a channel, so it never meets a
    /// timer of the builder's.
    public static String name(Channel channel, int depth, String step) {
      return "wake " + channel.word() + " " + depth + " " + step;
    }

    public String name() {
      return name(channel, depth, step);
    }

    @Override
    public Wake moved(Instant to) {
      return new Wake(to, channel, depth, step);
    }
  }

  /// Runs a flow on the flow's own channel.
  record Run(Instant at, String flow, Map<String, Object> inputs, String hours) implements Timer {
    public Run(Instant at, String flow) {
      this(at, flow, Map.of(), "");
    }

    @Override
    public Run moved(Instant to) {
      return new Run(to, flow, inputs, hours);
    }
  }

  /// Calls the contact with a voice flow, as `plan` says (the keys are those of
  /// [dev.wayfare.flow.step.Scene#placeCall]).
  record Call(
      Instant at,
      String flow,
      Map<String, Object> inputs,
      Duration ring,
      Map<String, Object> plan,
      String hours)
      implements Timer {
    @Override
    public Call moved(Instant to) {
      return new Call(to, flow, inputs, ring, plan, hours);
    }
  }

  /// Sends one text that is not part of a conversation.
  record Text(Instant at, String to, String body, String hours) implements Timer {
    @Override
    public Text moved(Instant to) {
      return new Text(to, this.to, body, hours);
    }
  }
}
