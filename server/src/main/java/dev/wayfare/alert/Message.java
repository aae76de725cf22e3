package dev.wayfare.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a notifier is told, in figures and names only: nothing in it is a customer's, and nothing
/// secret.
///
/// @param count how often since the message before
/// @param text of a raised alert, what happened; empty for those of journeys
/// @param link where the studio shows it
record Message(
    Optional<UUID> alert,
    News news,
    AlertKind kind,
    String code,
    String flow,
    String step,
    String app,
    String profile,
    int version,
    int release,
    int firstVersion,
    long count,
    long total,
    Instant firstSeen,
    Instant lastSeen,
    String text,
    String link) {

  static Message of(Alert alert, Grouping.Told told, String link) {
    var what = alert.what();
    var standing = alert.standing();
    return new Message(
        Optional.of(alert.id()),
        told.news(),
        what.kind(),
        what.code(),
        what.flow(),
        what.step(),
        what.app(),
        what.profile(),
        alert.last().version(),
        alert.last().release(),
        alert.first().version(),
        told.count(),
        standing.total(),
        standing.firstSeen(),
        standing.lastSeen(),
        what.text(),
        link);
  }

  static Message test(Instant now, String link) {
    return new Message(
        Optional.empty(),
        News.TEST,
        AlertKind.APPLICATION_ERROR,
        "TEST",
        "",
        "",
        "",
        "",
        0,
        0,
        0,
        1,
        1,
        now,
        now,
        "This is a test. Nothing is wrong.",
        link);
  }

  /// This message in the place of one that has not left yet, so that what waits is one message.
  Message insteadOf(Message waiting) {
    var whole = news != News.RECOVERED && waiting.news().begins() ? waiting.news() : news;
    return new Message(
        alert,
        whole,
        kind,
        code,
        flow,
        step,
        app,
        profile,
        version,
        release,
        firstVersion,
        count + waiting.count(),
        total,
        firstSeen,
        lastSeen,
        text,
        link);
  }
}
