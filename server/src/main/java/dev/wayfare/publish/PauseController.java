package dev.wayfare.publish;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Channels that only answer with a message for now: at once, without a publish.
@RestController
@RequestMapping("/api/v1/apps/{app}/profiles/{profile}/pauses")
final class PauseController {
  private static final int LONGEST_MESSAGE = 459;

  /// @param message what people are told
  /// @param until a time at which it ends by itself, as `2030-05-17T18:00:00Z`
  record PauseWish(@Nullable String message, @Nullable String until) {}

  record PauseList(List<Pause> items) {}

  private final Pauses pauses;
  private final AppFinder finder;
  private final InstantSource clock;

  PauseController(Pauses pauses, AppFinder finder, InstantSource clock) {
    this.pauses = pauses;
    this.finder = finder;
    this.clock = clock;
  }

  @GetMapping
  PauseList pauses(Caller caller, @PathVariable String app, @PathVariable String profile) {
    var found = finder.app(app, caller);
    return new PauseList(pauses.of(found, finder.profile(found, profile)));
  }

  /// `channel` is `web`, `text`, `call` or `api`. Paused again, it gets the new message and time.
  @PutMapping("/{channel}")
  PauseList pause(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String channel,
      @RequestBody PauseWish body) {
    var found = finder.app(app, caller);
    var its = finder.profile(found, profile);
    var mistakes = new Mistakes();
    var message = mistakes.text("message", body.message(), LONGEST_MESSAGE);
    var until = until(body.until(), mistakes);
    mistakes.refuseIfAny();
    var pause = new Pause(channel(channel), message, until, clock.instant(), caller.name());
    pauses.pause(found, its, pause, caller);
    return new PauseList(pauses.of(found, its));
  }

  /// Lets it go on.
  @DeleteMapping("/{channel}")
  ResponseEntity<Void> resume(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @PathVariable String channel) {
    var found = finder.app(app, caller);
    if (!pauses.resume(found, finder.profile(found, profile), channel(channel), caller)) {
      throw ProblemException.notFound("pause", channel);
    }
    return ResponseEntity.noContent().build();
  }

  private static Pause.Channel channel(String word) {
    return Arrays.stream(Pause.Channel.values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("channel", word));
  }

  private Optional<Instant> until(@Nullable String written, Mistakes mistakes) {
    var until = mistakes.moment("until", written);
    if (until.filter(it -> !it.isAfter(clock.instant())).isPresent()) {
      mistakes.add("value_unexpected", "until", "Expected a time that is still to come.", "");
    }
    return until;
  }
}
