package dev.wayfare.app;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import java.util.List;

/// The static checks of a document that could be read: everything that is wrong with it, at once.
@FunctionalInterface
public interface AppChecks {
  List<Problem> of(App app);
}
