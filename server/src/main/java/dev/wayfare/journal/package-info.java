/// What happened to apps, releases and resources, who did it and when: only ever added to, never
/// changed. Audit, live updates and alerts feed on it.
///
/// May know the kernel, the database and the edge. Read Fact first, then Journal.
@NullMarked
package dev.wayfare.journal;

import org.jspecify.annotations.NullMarked;
