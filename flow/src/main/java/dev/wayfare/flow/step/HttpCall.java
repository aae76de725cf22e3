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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Calls an HTTP service and keeps its answer. An answer of status 400 or more fails the step with
/// the code `HTTP_` and the status.
public record HttpCall(
    String connection,
    Method method,
    Template path,
    Map<String, Expression> query,
    Map<String, Expression> headers,
    Optional<Body> body,
    Type expect,
    Optional<String> into,
    Optional<String> statusInto,
    Duration limit,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final Duration LONGEST = Duration.ofSeconds(10);

  static final StepType TYPE =
      new StepType(
          "http",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.WAITS),
          "Calls an HTTP service through a connection and keeps the answer.",
          """
          channel: text
          start: look
          steps:
            look:
              type: http
              connection: orders
              path: "/orders/{{ event.text }}"
              into: found
              next: tell
              failed: sorry
            tell: {type: say, text: "It comes {{ found.day }}."}
            sorry: {type: say, text: "We could not look that up ({{ error.code }})."}
          """,
          HttpCall::new);

  /// The methods a step may use.
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /// The body: values by name, one value, or a text.
  public record Body(
      Map<String, Expression> values,
      Optional<Expression> value,
      Optional<Template> text,
      Request.Body.Kind as) {
    Body(Fields in) {
      this(
          in.expressions("values", "The fields of the body by name."),
          in.maybeExpression("value", Type.ANY, "Or the body as one value, written as JSON."),
          in.maybeTemplate("text", "Or the body as a text, sent as it is."),
          in.choice("as", Request.Body.Kind.class, Request.Body.Kind.JSON, "How it is written."));
    }

    private Request.Body of(Scene scene) {
      if (text.isPresent()) {
        return new Request.Body(Request.Body.Kind.TEXT, scene.fill(text.get()));
      }
      return new Request.Body(as, value.map(scene::value).orElseGet(() -> scene.values(values)));
    }
  }

  HttpCall(Fields in) {
    this(
        in.word("connection", "The connection, a slot each profile binds to an HTTP service."),
        in.choice("method", Method.class, Method.GET, "What is done."),
        in.template("path", "The path under the connection's base address; values are escaped."),
        in.expressions("query", "Query parameters by name; empty ones are left out."),
        in.expressions("headers", "Headers by name."),
        in.maybe("body", Body::new, "What is sent."),
        in.choice("expect", Type.class, Type.ANY, "What the answer's body must be."),
        in.maybeSets("into", "The variable that takes the answer's body."),
        in.maybeSets("status_into", Type.NUMBER, "The variable that takes the answer's status."),
        in.maybeDuration("limit", "How long an answer is awaited; 10s at most.").orElse(LONGEST),
        in.exit("next", "Where to go on."),
        in.maybeExit("failed", "Where to go when it failed; `error` says why."));
  }

  @Override
  public Optional<Slot> slot() {
    return Optional.of(new Slot(connection, Slot.Kind.CONNECTION));
  }

  @Override
  public Move run(Scene scene) {
    return Asking.run(scene, failed, () -> ask(scene), answer -> take(scene, answer));
  }

  private Move ask(Scene scene) {
    var where = scene.fill(path, HttpCall::escaped);
    scene.note("asks", Map.of("connection", connection, "method", method.name(), "path", where));
    return new Move.Outside(
        new Request.Http(
            connection,
            method.name(),
            where,
            texts(scene, query),
            texts(scene, headers),
            body.map(some -> some.of(scene)),
            limit.compareTo(LONGEST) > 0 ? LONGEST : limit));
  }

  private static Map<String, String> texts(Scene scene, Map<String, Expression> expressions) {
    var texts = new LinkedHashMap<String, String>();
    scene
        .values(expressions)
        .forEach(
            (name, value) -> {
              if (!Values.isEmpty(value)) {
                texts.put(name, Values.show(value));
              }
            });
    return texts;
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Move take(Scene scene, Object answer) {
    var parts = (Map<?, ?>) answer;
    var status = parts.get("status") instanceof Double number ? number : 0d;
    var said = parts.get("body");
    var value = said == null ? "" : said;
    scene.note("answered", Map.of("status", status));
    statusInto.ifPresent(variable -> scene.set(variable, status));
    if (status >= 400) {
      return Move.failing(
          scene,
          failed,
          "HTTP_" + (int) status,
          "%s answered with status %d".formatted(connection, (int) status));
    }
    if (!Values.fits(expect, value)) {
      return Move.failing(
          scene,
          failed,
          Trouble.ANSWER_WRONG,
          "%s answered with %s where %s was expected"
              .formatted(connection, Values.kind(value), expect.word()));
    }
    into.ifPresent(variable -> scene.set(variable, value));
    return Move.through(next);
  }
}
