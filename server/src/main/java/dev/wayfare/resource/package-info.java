/// What customers reach apps through: environments, connected accounts, phone numbers, domains
/// and routes.
///
/// May know everything up to the channels and connectors; who uses a resource it asks through
/// [ResourceUses], which the modules above answer. Read [Resource] first, then [Resources].
@NullMarked
package dev.wayfare.resource;

import org.jspecify.annotations.NullMarked;
