/// A draft tried out before it is published: the builder's own events are played from the
/// beginning, in memory, and everything is shown as it would look then. Writes nothing, notifies
/// nobody, reaches no phone.
///
/// May know apps, the pages of the web channel and, for a call that a builder really makes, the
/// connector. Read [Replay] first, then [PreviewController].
@NullMarked
package dev.wayfare.preview;

import org.jspecify.annotations.NullMarked;
