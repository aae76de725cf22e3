package dev.wayfare.flow;

import java.util.Optional;

/// A step that waits for the world outside: the one at this depth (from 1) of `channel`. `arrived`
/// is an answer that came while it could not be heard: something lay on top of the step, or nobody
/// was on the line.
public record Asked(Channel channel, int depth, String step, Optional<Outcome> arrived) {}
