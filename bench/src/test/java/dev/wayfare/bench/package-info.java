/// Tests of the bench: that what it measures answers rightly, and that its figures are what they
/// say.
///
/// Knows the bench and nothing else. Read [MatchTest] first.
@NullMarked
package dev.wayfare.bench;

import org.jspecify.annotations.NullMarked;
