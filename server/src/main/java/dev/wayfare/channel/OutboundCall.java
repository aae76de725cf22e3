package dev.wayfare.channel;

import java.time.Duration;
import java.util.UUID;

/// A call of ours to a customer.
///
/// @param key the same key is the same call, however often the outbox places it
public record OutboundCall(
    UUID key, PhoneNumber from, PhoneNumber to, Duration ring, boolean detectMachine) {}
