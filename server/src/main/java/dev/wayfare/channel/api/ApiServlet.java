package dev.wayfare.channel.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.channel.ApiDoor;
import dev.wayfare.channel.ApiReply;
import dev.wayfare.channel.ApiRequest;
import dev.wayfare.channel.ApiRoute;
import dev.wayfare.channel.Proof;
import dev.wayfare.http.Authenticator;
import dev.wayfare.http.Caller;
import dev.wayfare.http.ProblemException;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `/a/{app}/…`: finds the trigger, who asks and what, and writes the reply. What is wrong is
/// thrown as a problem; the edge writes it.
final class ApiServlet extends HttpServlet {
  static final String PATH = "/a/";
  private static final long serialVersionUID = 1L;
  private static final String DESCRIPTION = "/openapi.json";
  private static final String BEARER = "Bearer ";
  private static final String KEY = "Idempotency-Key";

  private final transient ApiDoor door;
  private final transient Authenticator authenticator;
  private final transient Allowance allowance;
  private final transient JsonBody bodies;

  ApiServlet(ApiDoor door, Authenticator authenticator, Allowance allowance, JsonBody bodies) {
    this.door = door;
    this.authenticator = authenticator;
    this.allowance = allowance;
    this.bodies = bodies;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    var all = request.getRequestURI().substring(PATH.length());
    var slash = all.indexOf('/');
    var key = slash < 0 ? all : all.substring(0, slash);
    var path = slash < 0 ? "/" : all.substring(slash);
    var mark = request.getHeader(Proof.MARK);
    if (mark != null) {
      prove(key, request.getMethod(), path, mark, response);
      return;
    }
    if (path.equals(DESCRIPTION) && request.getMethod().equals("GET")) {
      describe(key, response);
      return;
    }
    switch (door.route(key, request.getMethod(), path)) {
      case ApiRoute.Found found -> write(response, ask(found, request));
      case ApiRoute.OtherMethods(var allowed) -> throw otherMethods(allowed);
      case ApiRoute.Unknown() -> throw nothingHere();
      case ApiRoute.Unpublished() -> throw unpublished();
      case ApiRoute.Paused(var message, var until) -> throw paused(message, until);
    }
  }

  /// Nothing runs, so nobody needs to say who asks.
  private void prove(
      String key, String method, String path, String mark, HttpServletResponse response) {
    var release = door.prove(key, method, path, mark).orElseThrow(ApiServlet::nothingHere);
    response.setHeader(Proof.RELEASE, release.toString());
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void describe(String key, HttpServletResponse response) throws IOException {
    var document = door.describe(key).orElseThrow(ApiServlet::nothingHere);
    write(response, new ApiReply(200, Map.of(), ApiReply.JSON, document));
  }

  private ApiReply ask(ApiRoute.Found route, HttpServletRequest request) throws IOException {
    var caller = caller(route, request);
    var key = Optional.ofNullable(request.getHeader(KEY));
    if (key.isPresent() && !key.get().matches("[\\x21-\\x7e]{1,200}")) {
      throw ProblemException.of(
          400,
          "idempotency_key_invalid",
          "The idempotency key cannot be used",
          "Expected 1 to 200 visible ASCII characters in %s.".formatted(KEY));
    }
    var bytes = bodies.bytes(request);
    if (!route.trigger().method().hasBody() && bytes.length > 0) {
      throw ProblemException.of(
          400,
          "body_unexpected",
          "A body came where none is expected",
          "A %s request has no body here.".formatted(route.trigger().method()));
    }
    var query = Query.of(request.getQueryString());
    return door.ask(
        route,
        new ApiRequest(
            bodies.read(request.getContentType(), bytes),
            query,
            caller,
            key,
            fingerprint(request, bytes)));
  }

  private static String fingerprint(HttpServletRequest request, byte[] body) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(
        "%s %s?%s\n"
            .formatted(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""))
            .getBytes(UTF_8));
    all.write(body);
    return Fingerprint.hex(all.toByteArray());
  }

  // --- who asks

  private String caller(ApiRoute.Found route, HttpServletRequest request) {
    return switch (route.trigger().auth()) {
      case PUBLIC -> {
        take(request);
        yield "public";
      }
      case TOKEN -> withToken(route, request, List.of("app:" + route.app()));
      case GROUP ->
          withToken(
              route,
              request,
              route.trigger().groups().stream().map(group -> "group:" + group).toList());
    };
  }

  private String withToken(ApiRoute.Found route, HttpServletRequest request, List<String> scopes) {
    var caller = token(request).flatMap(authenticator::byToken);
    if (caller.isEmpty()) {
      take(request);
      throw ProblemException.of(
              401,
              request.getHeader("Authorization") == null ? "token_missing" : "token_unknown",
              "A token is needed here",
              "Expected `Authorization: Bearer` with a token of this server that is neither expired nor revoked.")
          .withHeader("WWW-Authenticate", "Bearer");
    }
    if (!caller.get().organization().value().equals(route.organization())
        || !may(caller.get(), scopes)) {
      throw ProblemException.of(
          403,
          "scope_missing",
          "This token may not call this",
          "This needs a token with %s."
              .formatted(
                  scopes.stream()
                      .map(scope -> "the scope " + scope)
                      .collect(Collectors.joining(" or "))));
    }
    if (isOfAnotherEnvironment(caller.get(), route)) {
      throw ProblemException.of(
          403,
          "token_of_another_environment",
          "This token may not call this",
          "This is published in an environment that the token was not made for.");
    }
    return caller.get().key();
  }

  private static Optional<Secret> token(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(Secret.of(header.substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  private static boolean isOfAnotherEnvironment(Caller caller, ApiRoute.Found route) {
    return caller.who() instanceof Caller.Who.Token token
        && token.environment().filter(it -> !it.equals(route.environment())).isPresent();
  }

  private static boolean may(Caller caller, List<String> scopes) {
    return switch (caller.who()) {
      case Caller.Who.Token token ->
          token.scopes().contains(Caller.ALL_SCOPES)
              || scopes.stream().anyMatch(token.scopes()::contains);
      case Caller.Who.Person _ -> false;
    };
  }

  /// Whoever needs no token, or has none, asks only so often.
  private void take(HttpServletRequest request) {
    allowance
        .take(request.getRemoteAddr())
        .ifPresent(
            wait -> {
              throw ProblemException.of(
                      429,
                      "too_many_requests",
                      "Too many requests came from this address",
                      "Try again in a few seconds.")
                  .withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)));
            });
  }

  // --- answers

  private static void write(HttpServletResponse response, ApiReply reply) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    if (!reply.body().isEmpty()) {
      response.setContentType(reply.type());
      response.getOutputStream().write(reply.body().getBytes(UTF_8));
    }
  }

  private static ProblemException otherMethods(List<String> allowed) {
    var list = String.join(", ", allowed);
    return ProblemException.of(
            405,
            "method_not_allowed",
            "Method Not Allowed",
            "This address does not take that method; it takes %s.".formatted(list))
        .withHeader("Allow", list);
  }

  private static ProblemException nothingHere() {
    return ProblemException.of(
        404,
        "not_found",
        "There is nothing here",
        "No live app answers at this address. What it answers stands in its openapi.json.");
  }

  private static ProblemException paused(String message, Optional<Instant> until) {
    var problem = ProblemException.of(503, "paused", "The app is paused", message);
    return until
        .map(
            end ->
                problem.withHeader(
                    "Retry-After",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atZone(ZoneOffset.UTC))))
        .orElse(problem);
  }

  private static ProblemException unpublished() {
    return ProblemException.of(
        410,
        "unpublished",
        "The app is not live",
        "The app that answered here was taken down. Ask whoever runs it.");
  }
}
