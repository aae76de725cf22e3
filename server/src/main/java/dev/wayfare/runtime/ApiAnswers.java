package dev.wayfare.runtime;

import dev.wayfare.channel.ApiReply;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.engine.Requests;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.http.ProblemException;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// What programs are told: the trigger's own reply or the usual one, and how both are kept.
final class ApiAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ApiAnswers.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_HEADER = 2_000;

  private ApiAnswers() {}

  /// An answer, and the link of its journey.
  record Told(ApiReply reply, String link) {

    /// As it is kept under its key.
    List<String> written(String fingerprint) {
      return List.of(
          fingerprint,
          Integer.toString(reply.status()),
          JSON.writeValueAsString(reply.headers()),
          reply.type(),
          reply.body(),
          link);
    }

    /// The same bytes as the first time; another request under the same key is refused.
    static Told again(List<String> written, String fingerprint) {
      if (written.size() < 6 || !written.getFirst().equals(fingerprint)) {
        throw ProblemException.of(
            422,
            "idempotency_key_reused",
            "This key was used for another request",
            "The same Idempotency-Key came earlier with another address or body. Use a new key.");
      }
      var headers = new LinkedHashMap<String, String>();
      JSON.readTree(written.get(2))
          .forEachEntry((name, value) -> headers.put(name, value.asString()));
      return new Told(
          new ApiReply(Integer.parseInt(written.get(1)), headers, written.get(3), written.get(4)),
          written.get(5));
    }
  }

  /// What a request is answered with after its turn and those behind it.
  static Told told(
      SealedRelease live, Trigger.Requested trigger, Input.Requested asked, List<Turns.Ran> turns) {
    var requests = Turns.engine(live).requests();
    var last = turns.getLast();
    var journey = last.turn().journey();
    var link = requests.link(journey);
    if (turns.stream()
        .flatMap(ran -> ran.turn().effects().stream())
        .anyMatch(Effect.Incident.class::isInstance)) {
      return problem(failed(), link);
    }
    if (trigger.reply().isEmpty()) {
      return new Told(json(200, Map.of(), Map.of("journey", link)), link);
    }
    try {
      var answer = requests.answer(trigger.reply().get(), journey, asked, last.at());
      return new Told(reply(answer), link);
    } catch (ExpressionFailed failed) {
      LOG.warn("{} could not make the reply at {}", live, failed.place(), failed);
      return problem(failed(), link);
    } catch (IllegalArgumentException unfit) {
      LOG.warn("{} made a reply that cannot be sent: {}", live, unfit.getMessage());
      return problem(failed(), link);
    }
  }

  private static ApiReply reply(Requests.Answer answer) {
    var headers = new LinkedHashMap<String, String>();
    answer.headers().forEach((name, value) -> headers.put(name, header(name, value)));
    var status = answer.status();
    if (answer.redirect().isPresent()) {
      var target = header("Location", answer.redirect().get());
      if (!target.startsWith("https://") && !target.startsWith("http://")) {
        throw new IllegalArgumentException("a redirect leads to an http or https address");
      }
      headers.put("Location", target);
      status = status >= 300 && status < 400 ? status : 303;
    }
    return answer.body().isEmpty() || status == 204 || status == 304
        ? new ApiReply(status, headers, ApiReply.JSON, "")
        : json(status, headers, answer.body().get().value());
  }

  private static String header(String name, String value) {
    if (value.length() > LONGEST_HEADER || value.chars().anyMatch(it -> it < 32 || it > 126)) {
      throw new IllegalArgumentException(
          "the header " + name + " is longer than 2,000 characters or not plain ASCII");
    }
    return value;
  }

  private static ApiReply json(int status, Map<String, String> headers, @Nullable Object body) {
    return new ApiReply(status, headers, ApiReply.JSON, JSON.writeValueAsString(written(body)));
  }

  /// The answer to a request about many journeys.
  static Told journeys(int status, List<Map<String, @Nullable Object>> items) {
    return new Told(json(status, Map.of(), Map.of("journeys", items)), "");
  }

  /// One item of it.
  static void item(Told told, Map<String, @Nullable Object> item) {
    var reply = told.reply();
    item.put("status", reply.status());
    item.put("journey", told.link());
    if (reply.type().equals(ApiReply.PROBLEM)) {
      var problem = JSON.readTree(reply.body());
      item.put("error", error(problem.path("code").asString(), problem.path("detail").asString()));
    } else if (!reply.body().isEmpty()) {
      item.put("body", JSON.readTree(reply.body()));
    }
  }

  static void item(ProblemException problem, Map<String, @Nullable Object> item) {
    item.put("status", problem.status());
    item.put("error", error(problem.code(), problem.detail()));
  }

  private static Map<String, Object> error(String code, String detail) {
    return Values.object("code", code, "detail", detail);
  }

  private static Told problem(ProblemException problem, String link) {
    var body =
        Values.object(
            "type",
            "urn:wayfare:problem:" + problem.code(),
            "title",
            "The app failed",
            "status",
            problem.status(),
            "detail",
            problem.detail(),
            "code",
            problem.code(),
            "errors",
            List.of());
    return new Told(
        new ApiReply(problem.status(), Map.of(), ApiReply.PROBLEM, JSON.writeValueAsString(body)),
        link);
  }

  /// The app erred; what it was stands in the journey's trail and in the log.
  static ProblemException failed() {
    return ProblemException.of(
        500,
        "app_failed",
        "The app failed",
        "The app could not finish this request. Whoever runs it finds the reason in the trail.");
  }

  // --- values

  /// JSON as it came, as a plain value of a journey.
  static Object plain(@Nullable Object json) {
    return switch (json) {
      case null -> "";
      case List<?> list -> {
        var items = new ArrayList<Object>();
        list.forEach(item -> items.add(plain(item)));
        yield Collections.unmodifiableList(items);
      }
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> fields.put(name.toString(), plain(value)));
        yield Collections.unmodifiableMap(fields);
      }
      default -> json;
    };
  }

  /// A plain value as JSON: whole numbers without a point, moments in ISO 8601.
  private static @Nullable Object written(@Nullable Object value) {
    return switch (value) {
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          (Object) number.longValue();
      case Double number when !Double.isFinite(number) -> null;
      case Instant moment -> moment.toString();
      case List<?> list -> {
        var items = new ArrayList<@Nullable Object>();
        list.forEach(item -> items.add(written(item)));
        yield items;
      }
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, field) -> fields.put(name.toString(), written(field)));
        yield fields;
      }
      case null, default -> value;
    };
  }
}
