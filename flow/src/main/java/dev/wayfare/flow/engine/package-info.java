/// Runs one turn: the loop and its limits, nothing else.
///
/// Knows the nouns and the steps' contract; of the step types only the two that others look for,
/// `catch` and `page`. Read [Engine] first, then [Play].
@NullMarked
package dev.wayfare.flow.engine;

import org.jspecify.annotations.NullMarked;
