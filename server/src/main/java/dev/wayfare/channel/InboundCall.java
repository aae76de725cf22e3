package dev.wayfare.channel;

/// A call that comes in to one of our numbers.
///
/// @param providerId the carrier's own id of the call
/// @param key the same key is the same webhook, however often it is posted
public record InboundCall(
    String carrier, String providerId, String key, PhoneNumber from, PhoneNumber to) {}
