package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.flow.change.Change;
import dev.wayfare.http.Caller;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What differs between any two of an app's draft, versions and releases.
@RestController
final class ChangesController {

  /// `kind` is `added`, `removed`, `changed`, `renamed` or `moved`; `sort` what sort of thing, in
  /// the customer's terms (`said`, `asked`, `shown`, `heard`, …).
  record ChangeView(
      String kind, String sort, String place, String text, String before, String after) {
    static ChangeView of(Change it) {
      return new ChangeView(
          it.kind().name().toLowerCase(Locale.ROOT),
          it.sort().word(),
          it.place().path(),
          it.text(),
          it.before(),
          it.after());
    }
  }

  record ChangesView(
      String summary, List<ChangeView> changes, List<Differences.SettingChange> settings) {
    static ChangesView of(Differences.Between it) {
      return new ChangesView(
          it.counted(), it.changes().all().stream().map(ChangeView::of).toList(), it.settings());
    }
  }

  private final Differences differences;
  private final AppFinder finder;

  ChangesController(Differences differences, AppFinder finder) {
    this.differences = differences;
    this.finder = finder;
  }

  /// `from` and `to` are `draft`, `v12`, or the id of a release.
  @GetMapping("/api/v1/apps/{app}/changes")
  ChangesView changes(
      Caller caller,
      @PathVariable String app,
      @RequestParam String from,
      @RequestParam(defaultValue = "draft") String to) {
    return ChangesView.of(differences.between(finder.app(app, caller), from, to));
  }
}
