/// `wayfare doctor`: looks whether an installation is well, and says the way out where it is not.
///
/// Knows the database's own view of itself and the server's open answer; changes nothing. Read
/// [Doctor] first.
@NullMarked
package dev.wayfare.cli.doctor;

import org.jspecify.annotations.NullMarked;
