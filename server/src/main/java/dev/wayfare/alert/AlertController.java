package dev.wayfare.alert;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What went wrong, grouped, and who was told of it.
@RestController
final class AlertController {
  private static final List<String> STATES =
      Arrays.stream(Standing.State.values()).map(Standing.State::word).toList();

  private final PgAlertViews views;
  private final Links links;

  AlertController(PgAlertViews views, Links links) {
    this.views = views;
    this.links = links;
  }

  @GetMapping("/api/v1/alerts")
  Page<AlertView> alerts(
      Caller caller,
      PageRequest page,
      @RequestParam("state") Optional<String> state,
      @RequestParam("app") Optional<String> app,
      @RequestParam("profile") Optional<String> profile) {
    state.filter(it -> !STATES.contains(it)).ifPresent(_ -> refuse());
    var filter = new PgAlertViews.Filter(state, app, profile);
    var rows = views.list(caller.organization(), filter, page.afterId(), page.oneMore());
    var sent = views.sent(rows.stream().map(Alert::id).toList());
    var items =
        rows.stream()
            .map(
                alert ->
                    AlertView.of(alert, sent.getOrDefault(alert.id(), List.of()), links.to(alert)))
            .toList();
    return Page.of(items, page, item -> Cursor.encode(item.id()));
  }

  private static void refuse() {
    var message = "Expected a state of " + STATES.stream().collect(Collectors.joining(", ")) + ".";
    throw ProblemException.of(400, "parameter_invalid", "A parameter is not as expected", message)
        .withErrors(List.of(new Mistake("parameter_invalid", "state", message, "")));
  }
}
