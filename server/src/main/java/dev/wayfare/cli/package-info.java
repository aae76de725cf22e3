/// The product's command line: a client of the API like any other, and what works without a server.
///
/// Knows the API's words, the pure core, the database as it looks from outside, and what a
/// profile's value is; nothing here starts Spring. Read [Api] first, then [OfflineCommands].
@NullMarked
package dev.wayfare.cli;

import org.jspecify.annotations.NullMarked;
