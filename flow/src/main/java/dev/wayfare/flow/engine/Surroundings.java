package dev.wayfare.flow.engine;

import java.util.Map;

/// What a release adds to its app: the profile's values, and the address journey links begin with
/// (`https://go.example.com/u/`).
public record Surroundings(Map<String, Object> profile, String linksBase) {}
