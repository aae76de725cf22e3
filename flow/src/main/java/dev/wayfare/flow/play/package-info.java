/// Plays an app in memory, with nobody outside: for the golden journeys, for `wayfare play`, and
/// for whoever wants to see what an app would do.
///
/// Knows the nouns and the engine. Read [Rehearsal].
@NullMarked
package dev.wayfare.flow.play;

import org.jspecify.annotations.NullMarked;
