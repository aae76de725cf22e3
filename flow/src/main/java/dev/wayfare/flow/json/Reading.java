package dev.wayfare.flow.json;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import java.util.List;
import java.util.Optional;

/// What came of reading a document.
public record Reading(Optional<App> app, List<Problem> problems) {}
