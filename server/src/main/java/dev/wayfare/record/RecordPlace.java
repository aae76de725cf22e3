package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import java.util.Map;
import java.util.UUID;

/// Whose records are meant: the deployment an app runs in, the environment of its organization that
/// it shares records in, and the record types that the version declares.
public record RecordPlace(
    UUID organization, UUID environment, UUID deployment, Map<String, RecordType> types) {}
