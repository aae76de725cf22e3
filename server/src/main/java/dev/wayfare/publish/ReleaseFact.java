package dev.wayfare.publish;

import dev.wayfare.journal.Actor;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.OrganizationId;
import java.util.Map;
import java.util.UUID;

/// A release as the journal names it. Alerts read these facts by the names of their data.
record ReleaseFact(
    OrganizationId organization,
    UUID release,
    String app,
    String profile,
    int number,
    int version) {

  static ReleaseFact of(Candidate candidate) {
    return new ReleaseFact(
        candidate.organization(),
        candidate.release(),
        candidate.appName(),
        candidate.profile(),
        candidate.number(),
        candidate.manifest().version());
  }

  /// @param verb what became of it, as `release.live`
  Fact told(String verb, Actor actor) {
    var name = "%s %s #%d".formatted(app, profile, number);
    return new Fact(organization, actor, verb, Subject.of("release", release, name), Map.of())
        .with("app", app)
        .with("profile", profile)
        .with("release", number)
        .with("version", version);
  }
}
