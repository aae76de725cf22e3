package dev.wayfare.flow;

import java.util.Map;

/// One line of what happened: at which step, what (`entered`, `said`, `set`, …), and its figures.
/// Never holds a secret or a value marked sensitive.
public record TrailEntry(String flow, String step, String what, Map<String, Object> data) {}
