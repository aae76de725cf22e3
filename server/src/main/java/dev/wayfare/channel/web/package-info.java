/// What a customer's customer meets in a browser: starting links, journey links, pages, files and
/// live updates.
///
/// Knows the pages of `flow` and the adapter's contract; no journey, no database, no other adapter.
/// Read [WebDoor], which the runtime stands behind, then [CustomerServlet].
@NullMarked
package dev.wayfare.channel.web;

import org.jspecify.annotations.NullMarked;
