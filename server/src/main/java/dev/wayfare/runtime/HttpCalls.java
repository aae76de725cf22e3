package dev.wayfare.runtime;

import dev.wayfare.connector.CallBody;
import dev.wayfare.connector.CallLimits;
import dev.wayfare.connector.CallMethod;
import dev.wayfare.connector.CallOutcome;
import dev.wayfare.connector.Field;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.OutboundCall;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.connector.PathPart;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.json.WorldJson;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls to HTTP services, by the connection that a release has in a slot. A call that is safe to
/// repeat is repeated as the connector sees fit, no other.
public final class HttpCalls {
  private static final WorldJson JSON = new WorldJson();

  private final Connections connections;
  private final OutboundCalls calls;

  HttpCalls(Connections connections, OutboundCalls calls) {
    this.connections = connections;
    this.calls = calls;
  }

  /// The key goes along, so that a service can tell a repeat.
  Outcome call(SealedRelease release, Request.Http request, String idempotencyKey) {
    return connections
        .http(release, request.connection())
        .map(connection -> through(calls, connection, request, idempotencyKey))
        .orElseGet(() -> Unbound.slot(request.connection()));
  }

  /// The same by a connection at hand, for whoever calls without a release.
  public static Outcome through(
      OutboundCalls calls, HttpConnection connection, Request.Http request, String idempotencyKey) {
    return outcome(calls.call(connection, written(request, idempotencyKey)));
  }

  private static OutboundCall written(Request.Http request, String key) {
    return OutboundCall.of(CallMethod.valueOf(request.method()), new PathPart.Fixed(request.path()))
        .withQuery(fields(request.query()))
        .withHeaders(fields(request.headers()))
        .withBody(body(request.body()))
        .withKey(key, false)
        .withLimits(CallLimits.usual().within(limit(request)));
  }

  private static Duration limit(Request.Http request) {
    return request.limit().compareTo(CallLimits.LONGEST) > 0 ? CallLimits.LONGEST : request.limit();
  }

  private static List<Field> fields(Map<?, ?> values) {
    return values.entrySet().stream()
        .map(it -> new Field(it.getKey().toString(), Values.show(it.getValue())))
        .toList();
  }

  private static CallBody body(Optional<Request.Body> body) {
    return body.<CallBody>map(
            it ->
                switch (it.kind()) {
                  case JSON -> new CallBody.Json(JSON.write(it.value()));
                  case TEXT -> new CallBody.Text(Values.show(it.value()));
                  case FORM ->
                      it.value() instanceof Map<?, ?> map
                          ? new CallBody.Form(fields(map))
                          : new CallBody.Text(Values.show(it.value()));
                })
        .orElseGet(CallBody.None::new);
  }

  private static Outcome outcome(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Answered answer -> answered(answer);
      case CallOutcome.TooLarge _ -> failed("HTTP_TOO_LARGE", outcome);
      case CallOutcome.TooSlow _ -> failed("HTTP_TOO_SLOW", outcome);
      case CallOutcome.Refused refused ->
          failed(refused.forbiddenAddress() ? "HTTP_FORBIDDEN_ADDRESS" : "HTTP_NOT_SENT", outcome);
      case CallOutcome.Unreachable _ -> failed("HTTP_UNREACHABLE", outcome);
      case CallOutcome.Broken _ -> failed("HTTP_BROKEN", outcome);
      case CallOutcome.BadTls _ -> failed("HTTP_NOT_SECURE", outcome);
      case CallOutcome.TooManyRedirects _ -> failed("HTTP_REDIRECTS", outcome);
      case CallOutcome.NoToken _ -> failed("HTTP_NO_TOKEN", outcome);
    };
  }

  private static Outcome failed(String code, CallOutcome outcome) {
    return new Outcome.Failed(code, outcome.sentence());
  }

  private static Outcome answered(CallOutcome.Answered answer) {
    var headers = new LinkedHashMap<String, Object>();
    answer.headers().forEach((name, all) -> headers.put(name, String.join(", ", all)));
    var body = answer.text();
    if (!body.isBlank() && answer.mediaType().filter(HttpCalls::isJson).isPresent()) {
      try {
        return done(answer.status(), headers, JSON.read(body));
      } catch (IllegalArgumentException wrong) {
        return answer.good()
            ? new Outcome.Failed(
                "HTTP_ANSWER_WRONG", "The service says it answered with JSON, and it is none.")
            : done(answer.status(), headers, body);
      }
    }
    return done(answer.status(), headers, body);
  }

  private static boolean isJson(String mediaType) {
    return mediaType.equals("application/json") || mediaType.endsWith("+json");
  }

  private static Outcome done(int status, Map<String, Object> headers, Object body) {
    return new Outcome.Done(Map.of("status", (double) status, "headers", headers, "body", body));
  }
}
