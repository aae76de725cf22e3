/// When things happen by the calendar: schedules, opening hours, time zones.
///
/// Pure like the rest of the module: moments and zones come as arguments, nothing here asks a
/// clock. Knows the nouns and the package `expression` (for the nearest name). Read [Cron] first,
/// then [Hours]; both walk a zone by [Stretch].
@NullMarked
package dev.wayfare.flow.time;

import org.jspecify.annotations.NullMarked;
