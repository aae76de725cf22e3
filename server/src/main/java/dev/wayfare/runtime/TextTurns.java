package dev.wayfare.runtime;

import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.OptWord;
import dev.wayfare.channel.Proven;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Trigger;
import dev.wayfare.http.Outage;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.Pause;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// A text comes in: which release answers, where does its sender stand, run the turn, remember it,
/// reply.
final class TextTurns implements TextDoor {
  private static final Logger LOG = LoggerFactory.getLogger(TextTurns.class);
  private static final int ATTEMPTS = 40;

  private static final String CLOSED = "This number is not in service at the moment.";
  private static final String STOPPED =
      "You will get no more texts from this number. Reply START to get them again.";
  private static final String BACK = "You will get texts from this number again.";

  private final LiveReleases releases;
  private final JourneyStore journeys;
  private final OutboxStore outbox;
  private final Chains chains;
  private final ChainLimits limits;
  private final Turns turns;
  private final Lines lines;
  private final Proofs proofs;
  private final AtRest atRest;

  TextTurns(
      LiveReleases releases,
      JourneyStore journeys,
      OutboxStore outbox,
      Chains chains,
      ChainLimits limits,
      Turns turns,
      Lines lines) {
    this.releases = releases;
    this.journeys = journeys;
    this.outbox = outbox;
    this.chains = chains;
    this.limits = limits;
    this.turns = turns;
    this.lines = lines;
    this.proofs = new Proofs(releases, turns);
    this.atRest = new AtRest(releases, chains, turns);
  }

  @Override
  public TextReply hear(InboundText text) {
    var live =
        releases.byNumber(text.to()).flatMap(entrance -> releases.release(entrance.release()));
    if (live.isEmpty()) {
      return new TextReply.Closed(CLOSED);
    }
    var key = text.carrier() + " " + text.providerId();
    try {
      return switch (underLine(live.get(), text, key)) {
        case Heard.Said(var texts) -> new TextReply.Texts(texts);
        case Heard.Runs(var chain) -> new TextReply.Texts(chain.finish().replies());
        case Heard.Grows _ ->
            chains
                .wholeReply(live.get().deployment(), key, limits.text().plus(Chains.GRACE))
                .<TextReply>map(TextReply.Texts::new)
                .orElseGet(TextReply.Unavailable::new);
        case Heard.Again _ -> {
          LOG.warn("A text gave way {} times: {}", ATTEMPTS, text);
          yield new TextReply.Unavailable();
        }
      };
    } catch (DataAccessException | CannotCreateTransactionException unreachable) {
      Outage.warn(LOG, text + " could not be heard and must come again.", unreachable);
      return new TextReply.Unavailable();
    }
  }

  /// What became of a text.
  private sealed interface Heard {
    record Said(List<String> texts) implements Heard {}

    /// Its turn was remembered; others may follow it.
    record Runs(Chain chain) implements Heard {}

    /// It was heard before, and turns behind it still add to its reply.
    record Grows() implements Heard {}

    /// Somebody else was first, and the text must be heard again.
    record Again() implements Heard {}
  }

  /// The line is held for turns, not for what they ask of the world outside.
  private Heard underLine(SealedRelease live, InboundText text, String key) {
    try (var _ = lines.hold(text.from().e164() + text.to().e164())) {
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        var heard = attempt(live, text, key);
        if (!(heard instanceof Heard.Again)) {
          return heard;
        }
      }
      return new Heard.Again();
    }
  }

  private Heard attempt(SealedRelease live, InboundText text, String key) {
    var phone = text.from().e164();
    var seen = journeys.byPhone(live.deployment(), text.to().e164(), phone, key);
    var now = turns.now();
    if (seen.answered().isPresent()) {
      return seen.growsUntil().filter(now::isBefore).isPresent()
          ? new Heard.Grows()
          : new Heard.Said(seen.answered().get());
    }
    var spoken = optWord(live, text, seen.optedOut());
    if (spoken.isPresent()) {
      return answer(live.deployment(), text, key, spoken.get(), now);
    }
    var pause = releases.paused(live.deployment(), Pause.Channel.TEXT, now);
    if (pause.isPresent()) {
      var told = spoken(false, pause.get().message(), Optional.empty());
      return answer(live.deployment(), text, key, told, now);
    }
    var open = seen.open().filter(stored -> stored.journey().expires().isAfter(now));
    if (open.isPresent() && !open.get().journey().standsOn(Channel.TEXT)) {
      // Nobody waits for this text, so the trigger says what it means.
      switch (rule(live)) {
        case CONTINUE -> {
          if (atRest.broughtOver(open.get(), live)) {
            return new Heard.Again();
          }
        }
        case RESTART -> open = Optional.empty();
        case REJECT -> {
          var busy = live.app().texted().map(Trigger.Texted::busy).orElse("");
          return answer(
              live.deployment(), text, key, spoken(busy.isEmpty(), busy, Optional.empty()), now);
        }
      }
    }
    var closes = open.isPresent() ? Optional.<Stored>empty() : seen.open();
    return chains
        .begin(first(live, open, closes, text, key, now))
        .<Heard>map(Heard.Runs::new)
        .orElseGet(Heard.Again::new);
  }

  private static Trigger.OpenJourney rule(SealedRelease live) {
    return live.app()
        .texted()
        .map(Trigger.Texted::openJourney)
        .orElse(Trigger.OpenJourney.CONTINUE);
  }

  private Chains.First first(
      SealedRelease live,
      Optional<Stored> open,
      Optional<Stored> closes,
      InboundText text,
      String key,
      Instant now) {
    var phone = text.from().e164();
    var release = open.flatMap(stored -> releases.release(stored.release())).orElse(live);
    var journey =
        open.map(Stored::journey)
            .orElseGet(
                () -> turns.begin(live, Contact.byPhone(phone), Map.of("text", text.body()), now));
    return new Chains.First(
        release,
        open,
        journey,
        input(text),
        Commit.Kind.TEXT,
        closes,
        Asker.text(phone, key, limits.text()),
        now);
  }

  private static Input input(InboundText text) {
    var media =
        text.media().stream().map(each -> new Input.Media(each.url(), each.type())).toList();
    return new Input.Text(text.body(), media);
  }

  private Heard answer(UUID deployment, InboundText text, String key, Spoken spoken, Instant now) {
    var answered = new Commit.Answered(key, spoken.texts());
    return journeys.answer(
            deployment, text.to().e164(), text.from().e164(), answered, spoken.stops(), now)
        ? new Heard.Said(spoken.texts())
        : new Heard.Again();
  }

  /// An answer that needs no turn.
  private record Spoken(List<String> texts, Optional<Boolean> stops) {}

  /// STOP, START and HELP are heard before any app is. Where the carrier has answered already, we
  /// only take note; and who has stopped hears nothing until they come back.
  private static Optional<Spoken> optWord(SealedRelease live, InboundText text, boolean stopped) {
    var word = text.answeredByCarrier().or(() -> OptWord.of(text.body()));
    var silent = text.answeredByCarrier().isPresent();
    if (word.isPresent()) {
      switch (word.get()) {
        case STOP -> {
          return Optional.of(spoken(silent || stopped, STOPPED, Optional.of(true)));
        }
        case START -> {
          if (stopped || silent) {
            return Optional.of(spoken(silent, BACK, Optional.of(false)));
          }
        }
        case HELP -> {
          var help = live.app().title() + ": reply STOP to get no more texts.";
          return Optional.of(spoken(silent, help, Optional.empty()));
        }
      }
    }
    return stopped ? Optional.of(spoken(true, "", Optional.empty())) : Optional.empty();
  }

  private static Spoken spoken(boolean silent, String text, Optional<Boolean> stops) {
    return new Spoken(silent ? List.of() : List.of(text), stops);
  }

  @Override
  public Optional<Proven<TextReply>> prove(InboundText text, String mark) {
    return proofs
        .marked(mark)
        .filter(release -> release.textNumber().equals(Optional.of(text.to())))
        .map(release -> proven(release, text));
  }

  private Proven<TextReply> proven(SealedRelease release, InboundText text) {
    var phone = text.from().e164();
    var ran =
        proofs.begin(
            release,
            Contact.byPhone(phone),
            Map.of("text", text.body()),
            input(text),
            Commit.Kind.TEXT,
            Optional.of(phone));
    return Proofs.proven(ran, new TextReply.Texts(ran.replies()));
  }

  @Override
  public void delivered(DeliveryReport report) {
    outbox.delivered(report);
  }
}
