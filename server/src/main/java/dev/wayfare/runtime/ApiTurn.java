package dev.wayfare.runtime;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.engine.Requests;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.http.ProblemException;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One journey's turn for a program: find the open journey or begin one, run, remember, answer. One
/// read and one statement where nothing is asked of records or the world outside.
final class ApiTurn {
  private static final Logger LOG = LoggerFactory.getLogger(ApiTurn.class);
  private static final int ATTEMPTS = 40;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
  private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final LiveReleases releases;
  private final RequestStore store;
  private final Chains chains;
  private final Turns turns;
  private final Lines lines;
  private final AtRest atRest;

  ApiTurn(LiveReleases releases, RequestStore store, Chains chains, Turns turns, Lines lines) {
    this.releases = releases;
    this.store = store;
    this.chains = chains;
    this.turns = turns;
    this.lines = lines;
    this.atRest = new AtRest(releases, chains, turns);
  }

  /// What the program said of whom it means.
  private record Meant(String value, Contact contact) {}

  /// What became of a request.
  private sealed interface Heard {
    record Said(ApiAnswers.Told told) implements Heard {}

    /// Its turn was remembered; others may follow it.
    record Runs(Chain chain) implements Heard {}

    /// It was heard before, and turns behind it may still change its answer.
    record Grows() implements Heard {}

    /// Somebody else was first, and it must be heard again.
    record Again() implements Heard {}
  }

  /// `limit` is how long the turns behind the first are waited for.
  ApiAnswers.Told run(
      SealedRelease live,
      Trigger.Requested trigger,
      Input.Requested asked,
      ApiTurns.Named named,
      Duration limit) {
    return switch (underLine(live, trigger, asked, named, limit)) {
      case Heard.Said(var told) -> told;
      case Heard.Runs(var chain) ->
          ApiAnswers.Told.again(chain.finish().replies(), named.fingerprint());
      case Heard.Grows _ ->
          chains
              .wholeReply(live.deployment(), named.key().orElseThrow(), limit.plus(Chains.GRACE))
              .map(written -> ApiAnswers.Told.again(written, named.fingerprint()))
              .orElseThrow(ApiTurn::busy);
      case Heard.Again _ -> {
        LOG.warn("A request to {} of {} gave way {} times", trigger.name(), live, ATTEMPTS);
        throw busy();
      }
    };
  }

  private static ProblemException busy() {
    return ProblemException.of(
            503, "busy", "The journey is busy", "Too much happens in it at once. Try again.")
        .withHeader("Retry-After", "1");
  }

  /// The line is held for turns, not for what they ask of the world outside.
  private Heard underLine(
      SealedRelease live,
      Trigger.Requested trigger,
      Input.Requested asked,
      ApiTurns.Named named,
      Duration limit) {
    var meant = meant(live, trigger, asked);
    try (var _ = lines.hold(live.deployment() + " " + line(meant))) {
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        var heard = attempt(live, trigger, asked, named, limit, meant);
        if (!(heard instanceof Heard.Again)) {
          return heard;
        }
      }
      return new Heard.Again();
    }
  }

  private static String line(Meant meant) {
    return meant.value().isEmpty() ? meant.contact().phone() : meant.value();
  }

  private Heard attempt(
      SealedRelease live,
      Trigger.Requested trigger,
      Input.Requested asked,
      ApiTurns.Named named,
      Duration limit,
      Meant meant) {
    var by = trigger.match().map(Trigger.Match::by);
    var seen = store.look(live.deployment(), named.key().orElse(""), by, meant.value());
    var now = turns.now();
    if (seen.answered().isPresent()) {
      var told = ApiAnswers.Told.again(seen.answered().get(), named.fingerprint());
      return seen.growsUntil().filter(now::isBefore).isPresent()
          ? new Heard.Grows()
          : new Heard.Said(told);
    }
    var open =
        seen.open()
            .filter(stored -> stored.journey().expires().isAfter(now))
            .filter(_ -> goesOn(trigger));
    if (open.isEmpty() && trigger.missing() == Trigger.Missing.REJECT && seen.open().isEmpty()) {
      throw ProblemException.of(
          404,
          "journey_missing",
          "There is no open journey",
          "Nobody this request could be about has an open journey in this app.");
    }
    if (trigger.found() == Trigger.Found.CONTINUE
        && open.filter(stored -> atRest.broughtOver(stored, live)).isPresent()) {
      return new Heard.Again();
    }
    var release = open.map(stored -> releaseOf(stored, live, trigger)).orElse(live);
    var journey =
        open.map(Stored::journey)
            .orElseGet(() -> turns.begin(live, meant.contact(), Requests.start(asked), now));
    reachable(release, trigger, journey);
    var closes = open.isPresent() ? Optional.<Stored>empty() : seen.open();
    var asker =
        Asker.program(
            named.key(),
            limit,
            all -> ApiAnswers.told(live, trigger, asked, all).written(named.fingerprint()));
    return chains
        .begin(
            new Chains.First(
                release, open, journey, asked, Commit.Kind.REQUEST, closes, asker, now))
        .<Heard>map(Heard.Runs::new)
        .orElseGet(Heard.Again::new);
  }

  /// Whether an open journey is the one the turn runs in.
  private static boolean goesOn(Trigger.Requested trigger) {
    return switch (trigger.found()) {
      case CONTINUE, END -> true;
      case RESTART -> false;
      case REJECT ->
          throw ProblemException.of(
              409,
              "journey_open",
              "There is an open journey",
              "Whom this request is about has an open journey in this app already.");
    };
  }

  /// Journeys go on with the release they began on; only to end one needs nothing of it.
  private SealedRelease releaseOf(Stored stored, SealedRelease live, Trigger.Requested trigger) {
    if (trigger.found() == Trigger.Found.END) {
      return live;
    }
    return releases
        .release(stored.release())
        .filter(its -> its.app().triggers().get(trigger.name()) instanceof Trigger.Requested)
        .orElseThrow(
            () ->
                ProblemException.of(
                    409,
                    "journey_older",
                    "The open journey began before this trigger was there",
                    "It goes on with the version it began on, which does not know this request."));
  }

  /// A text flow texts somebody: their number must be known before it runs.
  private static void reachable(SealedRelease release, Trigger.Requested trigger, Journey journey) {
    var ends = trigger.found() == Trigger.Found.END && journey.turn() > 0;
    var flow = release.app().flows().get(trigger.flow());
    if (!ends
        && flow != null
        && flow.channel() == Channel.TEXT
        && journey.contact().phone().isEmpty()) {
      throw ProblemException.of(
          422,
          "contact_missing",
          "The person's phone number is not known",
          "The flow sends texts, and the request says no phone number to send them to.");
    }
  }

  // --- whom is meant

  private Meant meant(SealedRelease live, Trigger.Requested trigger, Input.Requested asked) {
    var requests = Turns.engine(live).requests();
    var now = turns.now();
    try {
      var value = requests.matched(trigger, asked, now).map(it -> normal(trigger, it)).orElse("");
      return new Meant(value, contact(trigger, requests.contact(trigger, asked, now), value));
    } catch (ExpressionFailed failed) {
      LOG.warn("{} could not read a request at {}", live, failed.place(), failed);
      throw ApiAnswers.failed();
    }
  }

  private static String normal(Trigger.Requested trigger, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (trigger.match().orElseThrow().by()) {
      case CONTACT_PHONE -> phone("match/contact_phone", value);
      case CONTACT_EMAIL -> email("match/contact_email", value).toLowerCase(Locale.ROOT);
      case JOURNEY_LINK -> {
        var word = value.substring(value.lastIndexOf('/') + 1);
        yield LINK.matcher(word).matches() ? word : "";
      }
    };
  }

  /// What a new journey is found by is known of its contact, where the trigger says nothing else.
  private static Contact contact(Trigger.Requested trigger, Contact said, String matched) {
    var by = trigger.match().map(Trigger.Match::by);
    var phone =
        said.phone().isEmpty() && by.equals(Optional.of(Trigger.By.CONTACT_PHONE))
            ? matched
            : said.phone();
    var email =
        said.email().isEmpty() && by.equals(Optional.of(Trigger.By.CONTACT_EMAIL))
            ? matched
            : said.email();
    return new Contact(
        phone.isEmpty() ? "" : phone("contact/phone", phone),
        email.isEmpty() ? "" : email("contact/email", email),
        said.firstName(),
        said.lastName(),
        said.fullName(),
        zone(said.timeZone()));
  }

  private static String phone(String field, String value) {
    return PhoneNumber.parse(value)
        .map(PhoneNumber::e164)
        .orElseThrow(() -> unfit(field, "a phone number like +15550100123"));
  }

  private static String email(String field, String value) {
    if (!EMAIL.matcher(value).matches() || value.length() > 320) {
      throw unfit(field, "an email address");
    }
    return value;
  }

  private static String zone(String name) {
    if (!name.isEmpty() && !ZoneId.getAvailableZoneIds().contains(name)) {
      throw unfit("contact/time_zone", "a time zone like Europe/Berlin");
    }
    return name;
  }

  private static ProblemException unfit(String field, String expected) {
    return ProblemException.of(
        422,
        "contact_invalid",
        "The person cannot be told from the request",
        "Expected %s for the trigger's %s.".formatted(expected, field));
  }
}
