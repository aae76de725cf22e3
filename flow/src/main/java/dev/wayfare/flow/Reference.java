package dev.wayfare.flow;

/// A name in the document that points to something else: kept while reading, so that the checks
/// need not know any step type. `flow` and `step` say where it stands (empty at the app's own
/// level).
public record Reference(Kind kind, String flow, String step, String target, Place place) {
  public enum Kind {
    /// An exit to a step of the same flow.
    EXIT,
    /// A flow that is run on the caller's own stack.
    RUN,
    /// A flow that is started on its own channel, or a page flow a link leads to.
    FLOW,
    /// A step in another flow: the target is `flow/step`.
    FLOW_STEP,
    /// A calendar of opening hours.
    HOURS,
    /// A variable that is set here.
    SETS,
    /// A variable that is read here.
    READS
  }
}
