package dev.wayfare.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every release may be begun with.
final class ReleaseOptions {
  @Option(names = "--note", description = "Why, for the history.")
  private @Nullable String note;

  @Option(
      names = "--accept-warnings",
      paramLabel = "REASON",
      description = "Why they do not matter.")
  private @Nullable String reason;

  @Option(
      names = "--take",
      paramLabel = "ADDRESS",
      description = "A number or route that is live in another app, to be moved over.")
  private List<String> take = List.of();

  @Option(names = "--no-wait", description = "Return as soon as it is sealed.")
  private boolean noWait;

  @Mixin private PeopleOptions people = new PeopleOptions();

  Map<String, Object> wish() {
    var wish = new HashMap<String, Object>();
    if (note != null) {
      wish.put("note", note);
    }
    if (reason != null) {
      wish.put("accept_warnings", reason);
    }
    if (!take.isEmpty()) {
      wish.put("take", take);
    }
    people.wish().ifPresent(it -> wish.put("people", it));
    return wish;
  }

  String query(String waiting) {
    return noWait ? "" : "?" + waiting;
  }
}
