/// The nouns of the pure core: [App], [Flow], [Journey], [Input], [Turn], [Effect], [Problem].
///
/// Knows nothing outside this module and does no I/O: no clock, no thread, no chance. Read [App]
/// first, then [Journey], then the package `engine`.
@NullMarked
package dev.wayfare.flow;

import org.jspecify.annotations.NullMarked;
