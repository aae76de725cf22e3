/// Organizations, the people in them with their roles, and the tokens of programs; how each of them
/// signs in.
///
/// May know the kernel, the database, the edge and the journal. Read Identity first, then People
/// and SignIns.
@NullMarked
package dev.wayfare.identity;

import org.jspecify.annotations.NullMarked;
