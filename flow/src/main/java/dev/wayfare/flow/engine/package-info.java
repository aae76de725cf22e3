/// Runs one turn: the loop and its limits, nothing else.
///
/// Knows the nouns and the steps' contract, never a step type. Read [Engine] first, then [Play].
@NullMarked
package dev.wayfare.flow.engine;

import org.jspecify.annotations.NullMarked;
