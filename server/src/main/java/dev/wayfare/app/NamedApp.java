package dev.wayfare.app;

import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;

/// An app of an organization: its name for ever, its title, and the number of its draft's revision.
public record NamedApp(
    UUID id,
    OrganizationId organization,
    String name,
    String title,
    int revision,
    Instant createdAt) {}
