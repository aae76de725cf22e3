/// The only package that knows JSON and YAML: documents, journeys and trails in and out.
///
/// Knows the nouns and `shape`. Read [Documents] first.
@NullMarked
package dev.wayfare.flow.json;

import org.jspecify.annotations.NullMarked;
