/// The shape of a document: how steps and controls say which fields they have.
///
/// One declaration serves reading, the JSON Schema, the documentation and the checks. Knows the
/// nouns and `expression`. Read [Fields] first.
@NullMarked
package dev.wayfare.flow.shape;

import org.jspecify.annotations.NullMarked;
