package dev.wayfare.preview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How everything looks after the last event. `begins` goes back with the next request, so that the
/// same moment is played again; `links` is what every journey link begins with.
record PreviewView(
    Instant begins,
    Instant now,
    String links,
    PlayedJourney journey,
    List<PlayedTurn> turns,
    Optional<PlayedPage> page,
    PlayedCall call,
    List<PlayedTimer> timers,
    List<PlayedAsk> asked,
    List<Misfit> misfits) {

  /// `standing` is `open`, `ended` or `expired`; `frames` say where each channel stands, the last
  /// on top. Of secret variables only that they are there.
  record PlayedJourney(
      String standing,
      int turn,
      Instant began,
      Instant expires,
      String link,
      JsonNode contact,
      Map<String, JsonNode> variables,
      Map<String, List<PlayedFrame>> frames) {}

  record PlayedFrame(String flow, String step, Map<String, JsonNode> variables) {}

  /// `by` is `event`, `timer`, `answer`, `hold` or `hang_up`: what of the event's it was that ran.
  record PlayedTurn(
      int event,
      String by,
      Instant at,
      String link,
      List<PlayedStep> trail,
      List<PlayedEffect> effects,
      List<PlayedChange> changes,
      Optional<PlayedAnswer> answered) {}

  record PlayedStep(String flow, String step, String what, JsonNode data) {}

  /// A variable that a turn changed; before or after is missing where it was not there.
  record PlayedChange(String name, Optional<JsonNode> before, Optional<JsonNode> after) {}

  /// What a program is answered.
  record PlayedAnswer(
      int status,
      Map<String, String> headers,
      Optional<JsonNode> body,
      Optional<String> redirect) {}

  /// `title` and the whole document as a customer would get it; `kind` is `page`, `ended`,
  /// `expired` or `erred`. `visible` are the controls that would be seen with what was typed.
  record PlayedPage(
      String kind,
      String title,
      String html,
      Optional<String> token,
      Optional<List<String>> visible,
      Optional<String> trouble) {}

  /// `state` is `none`, `rings`, `listens`, `forwards`, `holds` or `speaks`.
  record PlayedCall(String state, List<PlayedVerb> verbs, Optional<PlayedHearing> hearing) {}

  /// `kind` is `speak`, `play`, `listen`, `forward`, `hold` or `hang_up`.
  record PlayedVerb(String kind, String text, Optional<String> language) {}

  record PlayedHearing(
      boolean speech, boolean keypad, int digits, boolean secret, int patienceSeconds) {}

  /// `kind` is `wait` (a step waits), `run`, `call` or `text`.
  record PlayedTimer(String name, Instant at, String kind, String flow, String step) {}

  /// `like` says what is asked, the same for the same question; `usual` is an answer to begin with.
  record PlayedAsk(
      String key,
      String kind,
      String like,
      String flow,
      String step,
      JsonNode request,
      OutcomeWish usual) {}
}
