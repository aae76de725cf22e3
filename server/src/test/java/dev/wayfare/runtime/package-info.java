/// Conversations with a whole server: real modules, a real database, a carrier that is a small HTTP
/// server, and a clock that only moves when it is told to.
///
/// Read [TestWorld] first.
@NullMarked
package dev.wayfare.runtime;

import org.jspecify.annotations.NullMarked;
