package dev.wayfare.connector;

/// What came of a request after it was sent on so many times.
record Hops(CallOutcome outcome, int followed) {}
