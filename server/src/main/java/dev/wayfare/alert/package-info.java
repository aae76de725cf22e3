/// Alerts without a flood: whom an organization tells (its notifiers), what went wrong in
/// journeys and beside them, and one message for many equal troubles. Reads what turns note and
/// the journal.
///
/// May know everything that stands left of it; nothing but the whole server knows it. Read
/// [Grouping] first, then [Grouper] and [Sender].
@NullMarked
package dev.wayfare.alert;

import org.jspecify.annotations.NullMarked;
