/// Pages: the control types, one file each, how their answers are read, and what a page shows.
///
/// Knows the nouns, `shape` and `expression`; nothing of HTML. Read [PageView], then `Control`.
@NullMarked
package dev.wayfare.flow.page;

import org.jspecify.annotations.NullMarked;
