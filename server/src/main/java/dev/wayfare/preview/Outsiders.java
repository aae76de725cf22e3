package dev.wayfare.preview;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.play.Answering;
import dev.wayfare.flow.play.InWords;
import dev.wayfare.flow.play.Rehearsal;
import dev.wayfare.record.ScratchRecords;
import java.util.Map;
import java.util.Optional;

/// The world outside. Services are answered by hand; emails are taken, files worked on and records
/// kept in memory by themselves, unless the builder answers for them.
final class Outsiders {
  private final Rehearsal stage;
  private final ScratchRecords records;

  Outsiders(App app, Rehearsal stage) {
    this.stage = stage;
    this.records = new ScratchRecords(app.recordTypes());
  }

  /// What waits for an answer that needs no hand; empty also where the next event gives it.
  Optional<String> unaided(Optional<PreviewEvent> next) {
    return stage.asked().entrySet().stream()
        .filter(each -> !(each.getValue() instanceof Request.Http))
        .map(Map.Entry::getKey)
        .findFirst()
        .filter(key -> !isAnswer(next, key));
  }

  private boolean isAnswer(Optional<PreviewEvent> next, String key) {
    return next.filter(PreviewEvent.AnswerEvent.class::isInstance)
        .map(PreviewEvent.AnswerEvent.class::cast)
        .filter(answer -> found(answer).filter(key::equals).isPresent())
        .isPresent();
  }

  Turn answer(String key) {
    return stage.answer(key, usual(key), true);
  }

  Turn answer(PreviewEvent.AnswerEvent answer) {
    var key = found(answer).orElseThrow(() -> new Unplayable(nothingAsked(answer)));
    var request = request(key);
    var outcome = answer.outcome().to(request);
    return stage.answer(key, outcome, true);
  }

  private static String nothingAsked(PreviewEvent.AnswerEvent answer) {
    return answer
        .like()
        .map(like -> "Nothing asks \"%s\" here any more.".formatted(like))
        .orElse("Nothing was asked under " + answer.key() + ".");
  }

  private Optional<String> found(PreviewEvent.AnswerEvent answer) {
    var same =
        answer.like().isEmpty()
            ? Optional.of(answer.key()).filter(stage.asked()::containsKey)
            : Optional.of(answer.key()).filter(key -> isLike(key, answer.like().get()));
    return same.or(
        () ->
            answer
                .like()
                .flatMap(
                    like ->
                        stage.asked().keySet().stream()
                            .filter(key -> isLike(key, like))
                            .findFirst()));
  }

  private boolean isLike(String key, String like) {
    var request = stage.asked().get(key);
    return request != null && InWords.of(request).equals(like);
  }

  private Request request(String key) {
    var request = stage.asked().get(key);
    if (request == null) {
      throw new Unplayable("Nothing was asked under " + key + ".");
    }
    return request;
  }

  /// What is answered where nobody says anything else; of a service, that all is well.
  Outcome usual(String key) {
    return switch (request(key)) {
      case Request.Http _ -> Answering.http(200, Map.of(), Map.of());
      case Request.Email _ -> new Outcome.Done(Map.of("id", "preview-" + key));
      case Request.Media(_, _) -> new Outcome.Done(file(key));
      case Request.File(var kind, var file, _, _) ->
          new Outcome.Done(
              switch (kind) {
                case SHRINK -> file;
                case LINK -> Map.of("url", Rehearsal.LINKS + "files/" + key);
                case DELETE -> Map.of();
              });
      case Request.Records asked -> records.perform(asked, stage.now());
    };
  }

  private static Map<String, Object> file(String key) {
    return Values.object(
        "id", "file-" + key, "name", "photo.jpg", "type", "image/jpeg", "size", 120_000d);
  }
}
