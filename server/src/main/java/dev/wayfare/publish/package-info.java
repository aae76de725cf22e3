/// Versions, releases, and the one switch that decides what customers get.
///
/// May know apps, resources and everything below them; the runtime stands to its right and asks
/// [LiveReleases]. Read [Publisher] first, then [PgReleaseStore], then [LiveReleases].
@NullMarked
package dev.wayfare.publish;

import org.jspecify.annotations.NullMarked;
