package dev.wayfare.channel;

import java.util.Optional;

/// A carrier's word on a text of ours, by the id it gave that text.
public record DeliveryReport(
    String carrier, String providerId, DeliveryState state, Optional<String> errorCode) {}
