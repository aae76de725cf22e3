/// The product's command line: a client of the API like any other, and what works without a server.
///
/// Knows the API's words and the pure core; never the server's modules, but the database for
/// backups. Read [Api] first, then [Push].
@NullMarked
package dev.wayfare.cli;

import org.jspecify.annotations.NullMarked;
