package dev.wayfare.preview;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.app.Profiles;
import dev.wayfare.app.UnsavedDraft;
import dev.wayfare.flow.App;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Mistakes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Plays what a builder wishes to see, with the values of a profile.
final class Previews {
  static final String PHONE = "+15550123";
  private static final int MOST_EVENTS = 500;
  private static final Duration USUAL_LIFE = Duration.ofDays(30);

  private final Documents documents;
  private final AppFinder finder;
  private final Profiles profiles;
  private final InstantSource clock;

  Previews(Documents documents, AppFinder finder, Profiles profiles, InstantSource clock) {
    this.documents = documents;
    this.finder = finder;
    this.profiles = profiles;
    this.clock = clock;
  }

  /// A replay, when it began, and what must not be seen of it.
  record Played(Replay replay, Instant begins, ProfileValues values, Optional<Profile> profile) {}

  /// For looking at.
  Played play(NamedApp named, PreviewWish wish) {
    var app = UnsavedDraft.read(documents, wish.document());
    var profile = wish.profile().map(name -> finder.profile(named, name));
    return play(app, wish, ProfileValues.hidden(app, profile), profile);
  }

  /// For calling outside, with the profile's secrets.
  Played playOpenly(NamedApp named, PreviewWish wish, Profile profile) {
    var app = UnsavedDraft.read(documents, wish.document());
    return play(app, wish, ProfileValues.revealed(app, profile, profiles), Optional.of(profile));
  }

  private Played play(App app, PreviewWish wish, ProfileValues values, Optional<Profile> profile) {
    var events = wish.events().orElse(List.of());
    if (events.size() > MOST_EVENTS) {
      new Mistakes()
          .add(
              "too_many",
              "events",
              "Expected at most %d events, found %d.".formatted(MOST_EVENTS, events.size()),
              "Restart the preview.")
          .refuseIfAny();
    }
    if (events.stream().anyMatch(Objects::isNull)) {
      new Mistakes()
          .add("value_missing", "events", "Expected an event, found none.", "")
          .refuseIfAny();
    }
    var begins = wish.begins().orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
    var life = profile.map(it -> Duration.ofDays(it.settings().journeyDays())).orElse(USUAL_LIFE);
    var replay = new Replay(app, values.values(), wish.phone().orElse(PHONE), begins, life);
    return new Played(replay.play(events), begins, values, profile);
  }
}
