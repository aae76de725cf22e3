package dev.wayfare.publish;

import dev.wayfare.http.Mistake;
import dev.wayfare.http.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/// What programs are told of a release that was begun: `202` with where to follow it, or, to those
/// who wait for its end, `201` when it is live and what stood in its way when it is not.
final class ReleaseAnswers {
  /// @param steps what was done on the way so far
  record BegunView(Release release, List<LiveEntrance> entrances, List<ReleaseStep> steps) {}

  private final Releases releases;
  private final ReleaseWorker worker;

  ReleaseAnswers(Releases releases, ReleaseWorker worker) {
    this.releases = releases;
    this.worker = worker;
  }

  ResponseEntity<Object> of(String app, PublishOutcome outcome, Duration wait) {
    return switch (outcome) {
      case PublishOutcome.Started(var release) -> followed(app, release, wait);
      case PublishOutcome.DraftMoved(var seen, var current) ->
          throw ProblemException.conflict(
                  "draft_moved",
                  "Somebody saved the draft in between",
                  "You saw revision r%d; the draft is at r%d now. Look at it, and publish again."
                      .formatted(seen, current))
              .withHeader("ETag", "\"r" + current + "\"");
      case PublishOutcome.Refused(var findings) ->
          throw ProblemException.of(
                  422,
                  "checks_failed",
                  "The app cannot be published as it is",
                  inTheWay(findings.stream().filter(Finding::blocks).count())
                      + "; nothing was changed.")
              .withErrors(FindingView.mistakes(findings));
      case PublishOutcome.WantsReasons(var warnings) ->
          throw ProblemException.of(
                  422,
                  "reasons_missing",
                  "Warnings want a reason",
                  "%d warnings hold it up until somebody says why they do not matter (accept); nothing was changed."
                      .formatted(warnings.size()))
              .withErrors(warnings.stream().map(FindingView::mistake).toList());
      case PublishOutcome.ConfirmationStale() ->
          throw ProblemException.conflict(
              "confirmation_stale",
              "Something moved since the dry run",
              "The draft, the settings, what is live or who is in the middle is not as it was. Look again, and confirm that.");
      case PublishOutcome.Busy() ->
          throw ProblemException.conflict(
              "publish_busy",
              "Somebody else was faster",
              "Another release of this app and profile is on its way, or its settings changed at the same moment. Look at what is live now, and try again.");
      case PublishOutcome.NoWayBack(var why) ->
          throw ProblemException.conflict("no_way_back", "There is no going back there", why);
    };
  }

  private ResponseEntity<Object> followed(String app, UUID id, Duration wait) {
    if (!wait.isZero()) {
      worker.await(id, wait);
    }
    var place = URI.create("/api/v1/apps/%s/releases/%s".formatted(app, id));
    var found = releases.begun(id);
    return switch (found.release().state()) {
      case LIVE, SUPERSEDED -> ResponseEntity.created(place).body(found);
      case SEALED, PREPARED, PROVEN -> ResponseEntity.accepted().location(place).body(found);
      case FAILED ->
          throw ProblemException.of(
                  422,
                  "publish_failed",
                  "The release did not go live",
                  "Customers get what they got before. "
                      + found.steps().stream()
                          .filter(it -> it.outcome() == ReleaseStep.Outcome.FAILED)
                          .map(ReleaseStep::text)
                          .findFirst()
                          .orElse(""))
              .withHeader("Location", place.toString())
              .withErrors(
                  found.steps().stream()
                      .filter(it -> it.outcome() == ReleaseStep.Outcome.FAILED)
                      .map(it -> new Mistake(it.code(), it.place(), it.text(), it.wayOut()))
                      .toList());
      case CANCELLED ->
          throw ProblemException.conflict(
                  "publish_cancelled",
                  "The release was taken back",
                  "Somebody cancelled it before customers got it.")
              .withHeader("Location", place.toString());
    };
  }

  private static String inTheWay(long errors) {
    return errors == 1 ? "1 error stands in the way" : errors + " errors stand in the way";
  }
}
