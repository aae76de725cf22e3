/// The step types: one file each, with its shape, its behaviour, its documentation and an example.
///
/// Knows the nouns, `shape`, `expression` and `page`; never the engine that runs it, which stands
/// behind [Scene]. Read [Step], then [Say].
@NullMarked
package dev.wayfare.flow.step;

import org.jspecify.annotations.NullMarked;
