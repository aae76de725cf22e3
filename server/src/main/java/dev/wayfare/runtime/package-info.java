/// Journeys while they run: texts, pages and timers come in, a turn is run and remembered in one
/// statement, and what must leave goes through the outbox.
///
/// May know everything that stands left of it; of the modules, only the alerts know it. Read
/// [TextTurns] first, then [Turns] and [PgJourneyStore].
@NullMarked
package dev.wayfare.runtime;

import org.jspecify.annotations.NullMarked;
