package dev.wayfare.publish;

import java.util.UUID;

/// Where something came in: what answers it, and which slot of the app it came through. For a web
/// entrance the slot is the name of its trigger.
public record Entrance(UUID deployment, UUID release, String slot) {}
