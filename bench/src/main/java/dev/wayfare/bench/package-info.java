/// The turn benchmark: the product, a bare server without an engine, and the database's own limit,
/// measured by turns against one database server.
///
/// Knows the product from outside only (its command line, API and webhooks) and its embedded
/// PostgreSQL; of the records also their front door. Read [Bench] first, then [Match] and
/// [RecordMatch].
@NullMarked
package dev.wayfare.bench;

import org.jspecify.annotations.NullMarked;
