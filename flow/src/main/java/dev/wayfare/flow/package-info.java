/// The nouns of the pure core: App.
///
/// Knows nothing outside this module and does no I/O: no clock, no thread, no chance. Read App
/// first, then `engine`.
@NullMarked
package dev.wayfare.flow;

import org.jspecify.annotations.NullMarked;
