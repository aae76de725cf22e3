package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.channel.ApiDoor;
import dev.wayfare.channel.ApiReply;
import dev.wayfare.channel.ApiRequest;
import dev.wayfare.channel.ApiRoute;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.engine.Requests;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.request.Mismatch;
import dev.wayfare.flow.request.PathForm;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.ProblemException;
import dev.wayfare.publish.AppOpenApi;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.Pause;
import dev.wayfare.publish.SealedRelease;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program asks: which trigger is meant, is the request as the app wants it, and for how many
/// journeys. [ApiTurn] runs each of them.
final class ApiTurns implements ApiDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ApiTurns.class);

  private final LiveReleases releases;
  private final RequestStore store;
  private final AppOpenApi documents;
  private final ChainLimits limits;
  private final Turns turns;
  private final ApiTurn each;
  private final Proofs proofs;

  /// One request of a key at a time; never taken while a journey's line is held.
  private final Lines keys = new Lines();

  ApiTurns(
      LiveReleases releases,
      RequestStore store,
      AppOpenApi documents,
      ChainLimits limits,
      Turns turns,
      ApiTurn each) {
    this.releases = releases;
    this.store = store;
    this.documents = documents;
    this.limits = limits;
    this.turns = turns;
    this.each = each;
    this.proofs = new Proofs(releases, turns);
  }

  @Override
  public Optional<String> describe(String key) {
    return live(key).flatMap(documents::ifAny);
  }

  private Optional<SealedRelease> live(String key) {
    return AppOpenApi.word(key)
        .flatMap(releases::byPrograms)
        .flatMap(entrance -> releases.release(entrance.release()));
  }

  // --- which trigger

  @Override
  public ApiRoute route(String key, String method, String path) {
    var live = live(key);
    if (live.isEmpty()) {
      var before = AppOpenApi.word(key).flatMap(releases::lastByLink);
      return before.filter(release -> !release.app().requested().isEmpty()).isPresent()
          ? new ApiRoute.Unpublished()
          : new ApiRoute.Unknown();
    }
    var pieces = decoded(path);
    if (pieces.isEmpty()) {
      return new ApiRoute.Unknown();
    }
    var matching = matching(live.get(), pieces.get());
    if (matching.isEmpty()) {
      return new ApiRoute.Unknown();
    }
    return matching.stream()
        .filter(trigger -> trigger.method().name().equals(method))
        .reduce((one, other) -> other.path().before(one.path()) ? other : one)
        .map(trigger -> foundOrPaused(live.get(), trigger, pieces.get()))
        .orElseGet(
            () ->
                new ApiRoute.OtherMethods(
                    matching.stream().map(it -> it.method().name()).distinct().sorted().toList()));
  }

  @Override
  public Optional<UUID> prove(String key, String method, String path, String mark) {
    var word = AppOpenApi.word(key);
    return proofs
        .marked(mark)
        .filter(release -> word.isPresent() && release.programs().equals(word))
        .filter(
            release ->
                decoded(path).stream()
                    .flatMap(pieces -> matching(release, pieces).stream())
                    .anyMatch(trigger -> trigger.method().name().equals(method)))
        .map(SealedRelease::id);
  }

  private static List<Trigger.Requested> matching(SealedRelease release, List<String> pieces) {
    return release.app().requested().stream()
        .filter(trigger -> trigger.path().match(pieces).isPresent())
        .toList();
  }

  private ApiRoute foundOrPaused(
      SealedRelease live, Trigger.Requested trigger, List<String> pieces) {
    return releases
        .paused(live.deployment(), Pause.Channel.API, turns.now())
        .<ApiRoute>map(it -> new ApiRoute.Paused(it.message(), it.until()))
        .orElseGet(() -> found(live, trigger, pieces));
  }

  private static ApiRoute found(
      SealedRelease live, Trigger.Requested trigger, List<String> pieces) {
    return new ApiRoute.Found(
        live.organization(),
        live.id(),
        live.environment(),
        live.appName(),
        trigger,
        trigger.path().match(pieces).orElseThrow());
  }

  /// The parts of a path in clear; empty where they cannot be read.
  private static Optional<List<String>> decoded(String path) {
    try {
      return Optional.of(
          PathForm.split(path).stream()
              .map(piece -> URLDecoder.decode(piece.replace("+", "%2B"), UTF_8))
              .toList());
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  // --- what is asked

  @Override
  public ApiReply ask(ApiRoute.Found route, ApiRequest request) {
    var release =
        releases
            .release(route.release())
            .orElseThrow(
                () -> new IllegalStateException("release " + route.release() + " is gone"));
    var asked = read(route, request);
    var key =
        request
            .key()
            .map(word -> "api %s %s %s".formatted(route.trigger().name(), request.caller(), word));
    if (key.isEmpty()) {
      return answer(release, route.trigger(), asked, new Named(key, request.fingerprint()));
    }
    try (var _ = keys.hold(release.deployment() + key.get())) {
      return answer(release, route.trigger(), asked, new Named(key, request.fingerprint()));
    }
  }

  /// How a request is called, if it is, and which it is.
  record Named(Optional<String> key, String fingerprint) {
    Named item(int index) {
      return new Named(key.map(word -> word + " #" + index), fingerprint);
    }
  }

  private ApiReply answer(
      SealedRelease release, Trigger.Requested trigger, Input.Requested asked, Named named) {
    var requests = Turns.engine(release).requests();
    Requests.Admission admission;
    try {
      admission = requests.admit(trigger, asked, turns.now());
    } catch (ExpressionFailed failed) {
      LOG.warn("{} could not judge a request at {}", release, failed.place(), failed);
      throw ApiAnswers.failed();
    }
    return switch (admission) {
      case Requests.Refused(var text) ->
          throw ProblemException.of(422, "check_failed", "The request was refused", text);
      case Requests.TooMany(var items, var most) ->
          throw ProblemException.of(
              422,
              "too_many_items",
              "The request has too many items",
              "Expected at most %d, found %d. Send the rest in another request."
                  .formatted(most, items));
      case Requests.Admitted(var all) ->
          trigger.each().isEmpty()
              ? each.run(release, trigger, all.getFirst(), named, limits.api()).reply()
              : several(release, trigger, all, named);
    };
  }

  /// Each item's turn is its own: what one came to changes nothing for the others.
  private ApiReply several(
      SealedRelease release, Trigger.Requested trigger, List<Input.Requested> all, Named named) {
    if (named.key().isPresent()) {
      var known =
          store.look(release.deployment(), named.key().get(), Optional.empty(), "").answered();
      if (known.isPresent()) {
        return ApiAnswers.Told.again(known.get(), named.fingerprint()).reply();
      }
    }
    var items = new ArrayList<Map<String, @Nullable Object>>();
    var failed = false;
    var begun = System.nanoTime();
    for (var index = 0; index < all.size(); index++) {
      var item = new LinkedHashMap<String, @Nullable Object>();
      item.put("index", index);
      try {
        var told = each.run(release, trigger, all.get(index), named.item(index), left(begun));
        ApiAnswers.item(told, item);
      } catch (ProblemException problem) {
        ApiAnswers.item(problem, item);
      }
      failed |= item.containsKey("error");
      items.add(item);
    }
    var status = failed ? 207 : trigger.reply().map(Trigger.Reply::status).orElse(200);
    var answer = ApiAnswers.journeys(status, items);
    named
        .key()
        .ifPresent(
            key ->
                store.keep(
                    release.deployment(), key, answer.written(named.fingerprint()), turns.now()));
    return answer.reply();
  }

  /// All items together are waited for as long as one is.
  private Duration left(long begun) {
    var left = limits.api().minusNanos(System.nanoTime() - begun);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Input.Requested read(ApiRoute.Found route, ApiRequest request) {
    var trigger = route.trigger();
    trigger.payload().ifPresent(schema -> refuse(schema.judge(body(request))));
    var parameters = new LinkedHashMap<String, Object>(request.query());
    parameters.putAll(route.parameters());
    var payload = request.body().map(body -> ApiAnswers.plain(body.value())).orElse(Map.of());
    return new Input.Requested(trigger.name(), payload, parameters);
  }

  private static @Nullable Object body(ApiRequest request) {
    return request
        .body()
        .orElseThrow(
            () ->
                ProblemException.of(
                    400,
                    "body_missing",
                    "There is no body",
                    "Expected JSON as openapi.json of this app describes it."))
        .value();
  }

  private static void refuse(List<Mismatch> mismatches) {
    if (!mismatches.isEmpty()) {
      throw ProblemException.of(
              422,
              "payload_invalid",
              "The payload is not as expected",
              mismatches.size() == 1
                  ? mismatches.getFirst().message()
                  : "%d things in it are not as expected.".formatted(mismatches.size()))
          .withErrors(
              mismatches.stream()
                  .map(it -> new Mistake(it.code(), it.pointer(), it.message(), ""))
                  .toList());
    }
  }
}
