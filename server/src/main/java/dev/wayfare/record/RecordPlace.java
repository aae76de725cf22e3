package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import java.util.Map;
import java.util.UUID;

/// Whose records are meant: the deployment an app runs in, its organization, and the record types
/// that the running version declares.
public record RecordPlace(UUID organization, UUID deployment, Map<String, RecordType> types) {}
