package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The versions of an app, newest first, and their documents.
@RestController
@RequestMapping("/api/v1/apps/{app}/versions")
final class VersionController {

  record VersionView(int version, String name, String hash, Instant sealedAt) {
    static VersionView of(Version it) {
      return new VersionView(it.number(), "v" + it.number(), it.hash(), it.sealedAt());
    }
  }

  record VersionDocument(int version, String name, JsonNode document) {}

  private final Releases releases;
  private final AppFinder finder;
  private final JsonMapper json;

  VersionController(Releases releases, AppFinder finder, JsonMapper json) {
    this.releases = releases;
    this.finder = finder;
    this.json = json;
  }

  @GetMapping
  Page<VersionView> versions(Caller caller, @PathVariable String app, PageRequest page) {
    var before = (int) page.afterNumber().orElse(Integer.MAX_VALUE);
    var rows =
        releases.versions(finder.app(app, caller), before, page.oneMore()).stream()
            .map(VersionView::of)
            .toList();
    return Page.of(rows, page, row -> Cursor.encode(row.version()));
  }

  @GetMapping("/{version}")
  VersionDocument version(Caller caller, @PathVariable String app, @PathVariable int version) {
    return releases
        .document(finder.app(app, caller), version)
        .map(it -> new VersionDocument(version, "v" + version, json.readTree(it)))
        .orElseThrow(() -> ProblemException.notFound("version", version));
  }
}
