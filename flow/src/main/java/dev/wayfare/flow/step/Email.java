package dev.wayfare.flow.step;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.Slot;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends an email and goes on when the mail server has taken it.
public record Email(
    String from,
    Optional<Expression> to,
    Optional<Expression> cc,
    Optional<Expression> replyTo,
    Template subject,
    Template text,
    Optional<Template> html,
    Optional<Expression> attachments,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "email",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.WAITS, StepType.Trait.TO_PEOPLE),
          "Sends an email with text and HTML, and files attached.",
          """
          channel: text
          start: confirm
          steps:
            confirm:
              type: email
              from: desk
              to: "'ann@example.com'"
              subject: "Your parcel"
              text: "It is on its way."
              next: done
              failed: sorry
            done: {type: say, text: "Look into your mail."}
            sorry: {type: say, text: "That email could not be sent."}
          """,
          Email::new);

  Email(Fields in) {
    this(
        in.word("from", "The address it comes from, a slot each profile binds."),
        in.maybeExpression("to", Type.ANY, "One address or a list; left out, the contact's."),
        in.maybeExpression("cc", Type.ANY, "Addresses that get a copy."),
        in.maybeExpression("reply_to", Type.EMAIL, "Where answers go."),
        in.template("subject", "The subject."),
        in.template("text", "The text."),
        in.maybeTemplate("html", "The same as HTML; values in it are escaped."),
        in.maybeExpression(
            "attachments", Type.ANY, "A file, or a list of files; 18 MB together at most."),
        in.exit("next", "Where to go on."),
        in.maybeExit("failed", "Where to go when it failed; `error` says why."));
  }

  @Override
  public Optional<Slot> slot() {
    return Optional.of(new Slot(from, Slot.Kind.EMAIL));
  }

  @Override
  public Move run(Scene scene) {
    return Asking.run(
        scene,
        failed,
        () -> send(scene),
        _ -> {
          scene.note("sent", Map.of());
          return Move.through(next);
        });
  }

  private Move send(Scene scene) {
    var receivers =
        to.map(some -> addresses(scene.value(some)))
            .orElseGet(() -> addresses(scene.contact().email()));
    if (receivers.isEmpty()) {
      return Move.failing(scene, failed, Trouble.NO_EMAIL, "there is no address to send it to");
    }
    var files =
        attachments.map(some -> files(scene.value(some))).orElseGet(() -> Optional.of(List.of()));
    if (files.isEmpty()) {
      return Move.failing(scene, failed, "FILE_MISSING", "what is to be attached is no file");
    }
    scene.note("mails", Map.of("to", List.copyOf(receivers)));
    return new Move.Outside(
        new Request.Email(
            from,
            receivers,
            cc.map(some -> addresses(scene.value(some))).orElse(List.of()),
            replyTo.map(some -> Values.show(scene.value(some))).orElse(""),
            scene.fill(subject).replaceAll("\\s+", " ").strip(),
            scene.fill(text),
            html.map(some -> scene.fill(some, Email::escaped)).orElse(""),
            files.get()));
  }

  private static List<String> addresses(Object value) {
    return (value instanceof List<?> many ? many : List.of(value))
        .stream().map(Values::show).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /// The files of a value, or of lists of them; empty where something else stands among them. What
  /// was never given is nothing to attach.
  private static Optional<List<Map<String, Object>>> files(Object value) {
    return switch (value) {
      case List<?> many -> {
        var all = many.stream().map(Email::files).toList();
        yield all.stream().allMatch(Optional::isPresent)
            ? Optional.of(all.stream().flatMap(some -> some.orElseThrow().stream()).toList())
            : Optional.empty();
      }
      case Map<?, ?> file when file.containsKey("id") -> {
        var copy = new LinkedHashMap<String, Object>();
        file.forEach((name, some) -> copy.put(String.valueOf(name), some));
        yield Optional.of(List.of(copy));
      }
      case Map<?, ?> nothing when nothing.isEmpty() -> Optional.of(List.of());
      case String nothing when nothing.isEmpty() -> Optional.of(List.of());
      default -> Optional.empty();
    };
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
