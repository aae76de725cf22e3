package dev.wayfare.bench;

import java.time.Instant;

/// The first reply of a new journey: which release a process gave it, and when.
///
/// @param process the place of the process that was asked
record Newcomer(int process, Instant begun, Instant ended, String mark) {}
