package dev.wayfare.flow.step;

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
        Extend,
        Identify,
        Log,
        Menu,
        Metric,
        Page,
        Raise,
        Run,
        Say,
        SetTimer,
        Start,
        Stop,
        TextOnce,
        Wait {
  /// Runs until it moves on or must wait. A step that waits is run again with the input that woke
  /// it.
  Move run(Scene scene);
}
