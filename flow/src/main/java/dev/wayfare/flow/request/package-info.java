/// How programs ask: the paths of API triggers and the JSON Schema their payloads are held against.
/// Knows documents ([dev.wayfare.flow.Tree]) and plain values, never a journey or HTTP. Read
/// [PayloadSchema] first.
@NullMarked
package dev.wayfare.flow.request;

import org.jspecify.annotations.NullMarked;
