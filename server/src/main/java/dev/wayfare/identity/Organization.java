package dev.wayfare.identity;

import dev.wayfare.kernel.OrganizationId;

/// The owner of everything else.
public record Organization(OrganizationId id, String name) {}
