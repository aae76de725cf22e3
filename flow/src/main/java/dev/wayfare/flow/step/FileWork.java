package dev.wayfare.flow.step;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes an image small, gives a link to a file, or deletes it.
public record FileWork(
    Request.File.Work what,
    Expression file,
    int longestSide,
    Duration life,
    Optional<String> into,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "file",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.WAITS),
          "Makes an image small, gives a link to a file, or deletes it.",
          """
          channel: web
          start: photo
          steps:
            photo:
              type: page
              title: "A photo"
              controls:
                - {type: file, id: picture, label: "Photo"}
              next: shrink
            shrink: {type: file, do: shrink, file: "picture[0]", longest_side: 800, into: small, next: done, failed: done}
            done: {type: page, title: "Thank you"}
          """,
          FileWork::new);

  FileWork(Fields in) {
    this(
        in.choice("do", Request.File.Work.class, "What is done."),
        in.expression("file", Type.FILE, "The file."),
        in.count("longest_side", 1_600, 16, 8_000, "The longest side of a small image, in pixels."),
        in.maybeDuration("life", "How long a link lives; 7d when left out.")
            .orElse(Duration.ofDays(7)),
        in.maybeSets("into", "The variable that takes the small image, or the link's address."),
        in.exit("next", "Where to go on."),
        in.maybeExit("failed", "Where to go when it failed; `error` says why."));
  }

  @Override
  public Move run(Scene scene) {
    return Asking.run(scene, failed, () -> ask(scene), answer -> take(scene, answer));
  }

  private Move take(Scene scene, Object answer) {
    into.ifPresent(
        variable ->
            scene.set(
                variable,
                answer instanceof Map<?, ?> link && link.get("url") instanceof String url
                    ? url
                    : answer));
    return Move.through(next);
  }

  private Move ask(Scene scene) {
    var known = new LinkedHashMap<String, Object>();
    if (scene.value(file) instanceof Map<?, ?> some) {
      some.forEach((name, value) -> known.put(String.valueOf(name), value));
    }
    if (!known.containsKey("id")) {
      return Move.failing(scene, failed, "FILE_MISSING", "there is no file");
    }
    scene.note("file", Map.of("do", Words.of(what)));
    return new Move.Outside(new Request.File(what, known, longestSide, life));
  }
}
