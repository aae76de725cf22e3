/// `wayfare play`: a conversation with an app in the terminal, with no server and nobody outside.
///
/// Knows the pure core and what a typed line means; prints to the terminal it is given. Read [Play]
/// first, then [PageForm].
@NullMarked
package dev.wayfare.cli.play;

import org.jspecify.annotations.NullMarked;
