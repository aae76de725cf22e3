/// Journeys while they run: texts, pages and timers come in, a turn is run and remembered in one
/// statement, and what must leave goes through the outbox.
///
/// May know everything that stands left of it; nothing but the whole server knows it. Read
/// [TextTurns] first, then [Turns] and [PgJourneyStore].
@NullMarked
package dev.wayfare.runtime;

import org.jspecify.annotations.NullMarked;
