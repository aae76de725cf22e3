package dev.wayfare.preview;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The preview phone: all events come with every request, so nothing of a preview is kept anywhere.
@RestController
@RequestMapping("/api/v1/apps/{app}/draft/preview")
final class PreviewController {

  /// What is asked under `key` after these events is asked for real, as `profile` is bound.
  record OutsideWish(PreviewWish preview, String key) {}

  private final Previews previews;
  private final OutsideCall outside;
  private final Telling telling;
  private final AppFinder finder;

  PreviewController(Previews previews, OutsideCall outside, Telling telling, AppFinder finder) {
    this.previews = previews;
    this.outside = outside;
    this.telling = telling;
    this.finder = finder;
  }

  @PostMapping
  PreviewView play(Caller caller, @PathVariable String app, @RequestBody PreviewWish wish) {
    var played = previews.play(finder.app(app, caller), wish);
    return telling.of(played.replay(), played.begins(), wish.typed());
  }

  @PostMapping("/outside")
  OutcomeWish ask(Caller caller, @PathVariable String app, @RequestBody OutsideWish wish) {
    return outside.ask(finder.app(app, caller), wish.preview(), wish.key(), caller);
  }
}
