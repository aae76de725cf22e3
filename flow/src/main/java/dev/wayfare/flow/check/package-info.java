/// Checks of a whole app: what can only be seen when everything has been read.
///
/// Knows the nouns, `shape` and the catalogue of step types, but no type of step by name. Read
/// [Checks] first.
@NullMarked
package dev.wayfare.flow.check;

import org.jspecify.annotations.NullMarked;
