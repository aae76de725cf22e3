package dev.wayfare.app;

import dev.wayfare.flow.Problem;
import java.util.List;

/// What came of making an app.
public sealed interface CreateApp {

  record Created(NamedApp app, List<Problem> problems) implements CreateApp {}

  record NameTaken() implements CreateApp {}

  record Unreadable(List<Problem> problems) implements CreateApp {}
}
