package dev.wayfare.channel;

import java.util.Optional;
import java.util.UUID;

/// What the marked release would answer at an entrance.
///
/// @param trouble the code of what went wrong on the first turn, if anything did
public record Proven<R>(UUID release, R reply, Optional<String> trouble) {}
