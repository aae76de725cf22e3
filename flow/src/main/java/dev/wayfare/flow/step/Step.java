package dev.wayfare.flow.step;

import dev.wayfare.flow.Slot;
import java.util.Optional;

/// One node of a flow. A step is its document shape (how it is read from
/// [dev.wayfare.flow.shape.Fields]) and its behaviour; it keeps nothing between two runs but what
/// it gives to [Scene#keep].
public sealed interface Step
    permits Ask,
        Assign,
        Branch,
        CancelTimer,
        Catch,
        Each,
        End,
        Enter,
        Email,
        Extend,
        FileWork,
        HangUp,
        HttpCall,
        Identify,
        Log,
        Menu,
        Metric,
        Page,
        PlaySound,
        Raise,
        Records,
        Run,
        Say,
        SetTimer,
        Start,
        Stop,
        TextOnce,
        Transfer,
        Wait {
  /// Runs until it moves on or must wait. A step that waits is run again with the input that woke
  /// it.
  Move run(Scene scene);

  /// What the step needs from outside, if it needs something of its own.
  default Optional<Slot> slot() {
    return Optional.empty();
  }
}
