/// What every module shares: ids, secrets, sealed bytes and fingerprints.
///
/// Knows nothing of this server but itself, and of frameworks only two JSON annotations. Read Ids
/// first, then SealedBox.
@NullMarked
package dev.wayfare.kernel;

import org.jspecify.annotations.NullMarked;
