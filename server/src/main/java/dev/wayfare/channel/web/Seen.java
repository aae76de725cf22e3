package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;
import dev.wayfare.flow.page.PageView;
import java.time.Instant;
import java.util.Optional;

/// What a journey link shows now.
public sealed interface Seen {

  /// A page. `revision` is the journey's, so that a browser knows whether it shows the newest.
  record Shows(PageView page, long revision) implements Seen {}

  /// The journey is open and has no page just now; one may come from another channel.
  record NothingHere(long revision, Theme theme) implements Seen {}

  /// The journey came to its end; the app's own words, either may be empty. `text` is Markdown.
  record Ended(String title, String text, Theme theme) implements Seen {}

  /// The journey's time is over; the profile's own words, either may be empty. `text` is Markdown.
  record Expired(String title, String text, Theme theme) implements Seen {}

  /// The app was unpublished and its open journeys were ended.
  record Unpublished(Theme theme) implements Seen {}

  /// The app only says this for now; `until` a time, where one is known. The journey stands still.
  record Paused(String message, Optional<Instant> until, Theme theme) implements Seen {}

  /// The app failed on this journey; its answer for that, which may be empty.
  record Erred(String answer, Theme theme) implements Seen {}

  /// No such link.
  record Unknown() implements Seen {}
}
