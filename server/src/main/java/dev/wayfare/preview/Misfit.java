package dev.wayfare.preview;

/// An event that could not happen as the app is now: the replay goes on without it.
record Misfit(int event, String text) {}
