package dev.wayfare.app;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who has a draft open: said every few seconds by whoever has, and forgotten by itself.
@RestController
@RequestMapping("/api/v1/apps/{app}/draft/here")
final class PresenceController {
  private static final int LONGEST = 300;

  /// Where in the draft somebody is, as `flows/helper`.
  record HereWish(Optional<String> at) {}

  record OtherView(String name, String at, Instant seenAt) {}

  /// `revision` is the newest, so that an open draft learns that it was saved elsewhere.
  record HereView(String revision, String savedBy, List<OtherView> others) {}

  private final PgPresence presence;
  private final Drafts drafts;
  private final AppFinder finder;
  private final InstantSource clock;

  PresenceController(PgPresence presence, Drafts drafts, AppFinder finder, InstantSource clock) {
    this.presence = presence;
    this.drafts = drafts;
    this.finder = finder;
    this.clock = clock;
  }

  @PutMapping
  HereView here(Caller caller, @PathVariable String app, @RequestBody HereWish wish) {
    var found = finder.app(app, caller);
    var at = wish.at().orElse("");
    if (at.length() > LONGEST) {
      new Mistakes()
          .add("value_too_long", "at", "Expected at most %d characters.".formatted(LONGEST), "")
          .refuseIfAny();
    }
    var others = presence.here(found.id(), caller.key(), caller.name(), at, clock.instant());
    var newest = drafts.history(found.id(), Integer.MAX_VALUE, 1).getFirst();
    return new HereView(
        "r" + newest.revision(),
        newest.savedBy(),
        others.stream().map(it -> new OtherView(it.name(), it.at(), it.seenAt())).toList());
  }
}
