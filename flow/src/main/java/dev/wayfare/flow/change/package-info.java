/// What differs between two apps in the customer's terms, and where a journey on the one stands in
/// the other.
///
/// Knows the nouns, `shape`, the catalogue of step types and the few a journey waits on; never the
/// engine. Read [Changes] first; then [Mover].
@NullMarked
package dev.wayfare.flow.change;

import org.jspecify.annotations.NullMarked;
