/// Apps as their builders keep them: drafts with their revisions, profiles with bindings and
/// values.
///
/// May know resources and everything below them; nothing here changes what customers get. Read
/// [Drafts] first, then [Profiles].
@NullMarked
package dev.wayfare.app;

import org.jspecify.annotations.NullMarked;
