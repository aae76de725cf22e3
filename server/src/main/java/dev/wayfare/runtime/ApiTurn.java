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
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One journey's turn for a program: find the open journey or begin one, run, remember, answer. One
/// read and one statement.
final class ApiTurn {
  private static final Logger LOG = LoggerFactory.getLogger(ApiTurn.class);
  private static final int ATTEMPTS = 40;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
  private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final LiveReleases releases;
  private final JourneyStore journeys;
  private final RequestStore store;
  private final OutboxSignal signal;
  private final Turns turns;
  private final Lines lines;

  ApiTurn(
      LiveReleases releases,
      JourneyStore journeys,
      RequestStore store,
      OutboxSignal signal,
      Turns turns,
      Lines lines) {
    this.releases = releases;
    this.journeys = journeys;
    this.store = store;
    this.signal = signal;
    this.turns = turns;
    this.lines = lines;
  }

  /// What the program said of whom it means.
  private record Meant(String value, Contact contact) {}

  ApiAnswers.Told run(
      SealedRelease live, Trigger.Requested trigger, Input.Requested asked, ApiTurns.Named named) {
    var meant = meant(live, trigger, asked);
    try (var _ = lines.hold(live.deployment() + " " + line(meant))) {
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        var told = attempt(live, trigger, asked, named, meant);
        if (told.isPresent()) {
          return told.get();
        }
      }
    }
    LOG.warn("A request to {} of {} gave way {} times", trigger.name(), live, ATTEMPTS);
    throw ProblemException.of(
            503, "busy", "The journey is busy", "Too much happens in it at once. Try again.")
        .withHeader("Retry-After", "1");
  }

  private static String line(Meant meant) {
    return meant.value().isEmpty() ? meant.contact().phone() : meant.value();
  }

  /// What is answered; empty when somebody else was first and all must be read again.
  private Optional<ApiAnswers.Told> attempt(
      SealedRelease live,
      Trigger.Requested trigger,
      Input.Requested asked,
      ApiTurns.Named named,
      Meant meant) {
    var by = trigger.match().map(Trigger.Match::by);
    var seen = store.look(live.deployment(), named.key().orElse(""), by, meant.value());
    if (seen.answered().isPresent()) {
      return Optional.of(ApiAnswers.Told.again(seen.answered().get(), named.fingerprint()));
    }
    var now = turns.now();
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
    var release = open.map(stored -> releaseOf(stored, live, trigger)).orElse(live);
    var journey =
        open.map(Stored::journey)
            .orElseGet(() -> turns.begin(live, meant.contact(), Requests.start(asked), now));
    reachable(release, trigger, journey);
    var ran = turns.run(release, open, journey, asked, Commit.Kind.REQUEST, Optional.empty(), now);
    var told = ApiAnswers.told(live, trigger, asked, ran);
    var closes = open.isPresent() ? Optional.<Stored>empty() : seen.open();
    var answered =
        named.key().map(key -> new Commit.Answered(key, told.written(named.fingerprint())));
    if (!journeys.commit(ran.answering(closes, answered))) {
      return Optional.empty();
    }
    signal.noticed(ran);
    return Optional.of(told);
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
