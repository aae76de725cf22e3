package dev.wayfare.app;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The apps of the caller's organization.
@RestController
@RequestMapping("/api/v1/apps")
final class AppController {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TITLE = 120;

  record AppWish(@Nullable String name, @Nullable String title, @Nullable JsonNode document) {}

  record AppView(UUID id, String name, String title, String revision, Instant createdAt) {
    static AppView of(NamedApp app) {
      return new AppView(app.id(), app.name(), app.title(), "r" + app.revision(), app.createdAt());
    }
  }

  record CreatedApp(AppView app, List<ProblemView> problems) {}

  private final Apps apps;
  private final AppFinder finder;
  private final JsonMapper json;

  AppController(Apps apps, AppFinder finder, JsonMapper json) {
    this.apps = apps;
    this.finder = finder;
    this.json = json;
  }

  @GetMapping
  Page<AppView> apps(Caller caller, PageRequest page) {
    var rows =
        apps.list(caller.organization(), page.after().stream().findFirst(), page.oneMore()).stream()
            .map(AppView::of)
            .toList();
    return Page.of(rows, page, row -> Cursor.encode(row.name()));
  }

  @GetMapping("/{app}")
  AppView app(Caller caller, @PathVariable String app) {
    return AppView.of(finder.app(app, caller));
  }

  /// Makes an app with a first draft: the document that came along, or one to begin with.
  @PostMapping
  ResponseEntity<CreatedApp> create(Caller caller, @RequestBody AppWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    if (!name.isEmpty() && !name.matches("[a-z0-9][a-z0-9-]*")) {
      mistakes.add(
          "value_unexpected", "name", "Expected lower-case letters, digits and dashes.", "");
    }
    var title = Optional.ofNullable(wish.title()).orElse(name);
    mistakes.text("title", title, LONGEST_TITLE);
    mistakes.refuseIfAny();
    var document =
        Optional.ofNullable(wish.document())
            .map(JsonNode::toString)
            .orElseGet(() -> beginning(name, title));
    return switch (apps.create(name, document, caller)) {
      case CreateApp.Created(var app, var problems) ->
          ResponseEntity.created(URI.create("/api/v1/apps/" + app.name()))
              .eTag(Revisions.tag(app.revision()))
              .body(new CreatedApp(AppView.of(app), ProblemView.of(problems)));
      case CreateApp.NameTaken() ->
          throw ProblemException.conflict(
              "name_taken",
              "The name is taken",
              "An app with this name is there already. Choose another name.");
      case CreateApp.Unreadable(var problems) ->
          throw ProblemException.unprocessable(ProblemView.mistakes(problems));
    };
  }

  private String beginning(String name, String title) {
    return json.writeValueAsString(
        Map.of("wayfare", 1, "name", name, "title", title, "flows", Map.of()));
  }
}
