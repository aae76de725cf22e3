package dev.wayfare.record;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A record as it is stored: only fields that hold something, each as [FieldValues] writes it.
record StoredRecord(UUID id, Instant created, Instant changed, Map<String, Object> fields) {}
