package dev.wayfare.resource;

import java.util.UUID;

/// A silo inside an organization for resources and connected accounts.
public record Environment(UUID id, String name, int position) {}
