/// The contract between Wayfare and the carriers that bring texts in and take texts out.
/// It may know kernel, http, journal and identity, but no adapter and nothing that stands to the
/// right of it.
/// Read [dev.wayfare.channel.TextDoor] first, then [dev.wayfare.channel.Carrier].
@NullMarked
package dev.wayfare.channel;

import org.jspecify.annotations.NullMarked;
