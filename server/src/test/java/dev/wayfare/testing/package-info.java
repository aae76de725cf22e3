/// What tests share: a PostgreSQL, a server on it, a clock that only steps when told.
///
/// May know every module's front door. Read TestServer first.
@NullMarked
package dev.wayfare.testing;

import org.jspecify.annotations.NullMarked;
