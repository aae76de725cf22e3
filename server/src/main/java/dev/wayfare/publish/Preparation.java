package dev.wayfare.publish;

import java.util.List;
import java.util.function.Consumer;

/// Something outside that must stand before a release can be proven: a carrier that posts to us, a
/// certificate. May be run again after a crash, and must then come to the same.
interface Preparation {

  /// Makes it stand; what stands in the way is given back, all at once.
  ///
  /// @param said told what was done, a sentence each
  List<Finding> prepare(Candidate candidate, Consumer<String> said);

  /// Puts back what [#prepare] changed for this release; what could not be put back is given back.
  List<Finding> undo(Candidate candidate, Consumer<String> said);
}
