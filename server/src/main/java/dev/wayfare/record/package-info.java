/// The records that apps store: written and found inside a turn's own transaction, looked at and
/// mended by people, carried over when an app changes what it stores.
///
/// May know apps and everything below them; publishing stands to its right and asks [RecordPlans],
/// the runtime asks [Records]. Read [Shape] first, then [Records], then [PgRecordStore].
@NullMarked
package dev.wayfare.record;

import org.jspecify.annotations.NullMarked;
