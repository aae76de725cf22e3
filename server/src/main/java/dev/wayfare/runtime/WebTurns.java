package dev.wayfare.runtime;

import dev.wayfare.channel.Proven;
import dev.wayfare.channel.web.Seen;
import dev.wayfare.channel.web.Upload;
import dev.wayfare.channel.web.Visit;
import dev.wayfare.channel.web.WebDoor;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Theme;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.Entrance;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.Pause;
import dev.wayfare.publish.SealedRelease;
import dev.wayfare.resource.Resource;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page is opened or sent in: find the journey, run the turn, remember it. Showing a page moves
/// nothing.
final class WebTurns implements WebDoor {
  private static final Logger LOG = LoggerFactory.getLogger(WebTurns.class);
  private static final int ATTEMPTS = 40;
  private static final Pattern FILE =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\|.*", Pattern.DOTALL);

  private final LiveReleases releases;
  private final JourneyStore journeys;
  private final UploadStore uploads;
  private final LiveJourneys watchers;
  private final Chains chains;
  private final ChainLimits limits;
  private final Turns turns;
  private final Lines lines;
  private final Ids ids;
  private final Proofs proofs;

  WebTurns(
      LiveReleases releases,
      JourneyStore journeys,
      UploadStore uploads,
      LiveJourneys watchers,
      Chains chains,
      ChainLimits limits,
      Turns turns,
      Lines lines,
      Ids ids) {
    this.releases = releases;
    this.journeys = journeys;
    this.uploads = uploads;
    this.watchers = watchers;
    this.chains = chains;
    this.limits = limits;
    this.turns = turns;
    this.lines = lines;
    this.ids = ids;
    this.proofs = new Proofs(releases, turns);
  }

  @Override
  public Visit start(String link, Map<String, List<String>> query) {
    return start(releases.byLink(link), query, () -> releases.lastByLink(link));
  }

  @Override
  public Visit startOnRoute(Optional<String> domain, String key, Map<String, List<String>> query) {
    var address = Resource.Route.address(domain, key);
    return start(releases.byRoute(address), query, () -> releases.lastByRoute(address));
  }

  /// `last` finds who answered here before: people who come by an old link are told that the app is
  /// closed, not that they mistyped.
  private Visit start(
      Optional<Entrance> entrance,
      Map<String, List<String>> query,
      Supplier<Optional<SealedRelease>> last) {
    if (entrance.isEmpty()) {
      return last.get()
          .<Visit>map(release -> new Visit.Unpublished(release.app().theme()))
          .orElseGet(Visit.Unknown::new);
    }
    return releases
        .release(entrance.get().release())
        .map(
            release ->
                paused(release.deployment())
                    .<Visit>map(
                        it -> new Visit.Paused(it.message(), it.until(), release.app().theme()))
                    .orElseGet(() -> begin(release, entrance.get().slot(), query)))
        .orElseGet(() -> new Visit.Unpublished(Theme.PLAIN));
  }

  private Optional<Pause> paused(UUID deployment) {
    return releases.paused(deployment, Pause.Channel.WEB, turns.now());
  }

  private Visit begin(SealedRelease release, String trigger, Map<String, List<String>> query) {
    var start = new LinkedHashMap<String, Object>();
    query.forEach((name, all) -> start.put(name, all.isEmpty() ? "" : all.getFirst()));
    var now = turns.now();
    var journey = turns.begin(release, Contact.UNKNOWN, start, now);
    var first =
        new Chains.First(
            release,
            Optional.empty(),
            journey,
            new Input.Visited(trigger, start),
            Commit.Kind.VISIT,
            Optional.empty(),
            Asker.page(limits.web()),
            now);
    chains
        .begin(first)
        .orElseThrow(() -> new IllegalStateException("a new journey met another of its id"))
        .finish();
    return new Visit.Begun(journey.link());
  }

  @Override
  public Optional<Proven<Seen>> prove(String link, String mark) {
    return proveAt("/l/" + link, mark);
  }

  @Override
  public Optional<Proven<Seen>> proveOnRoute(Optional<String> domain, String key, String mark) {
    return proveAt(Resource.Route.address(domain, key), mark);
  }

  @Override
  public Optional<UUID> proveLinks(String mark) {
    return proofs.marked(mark).map(SealedRelease::id);
  }

  private Optional<Proven<Seen>> proveAt(String address, String mark) {
    return proofs
        .marked(mark)
        .flatMap(release -> release.slot(address).map(trigger -> proven(release, trigger)));
  }

  private Proven<Seen> proven(SealedRelease release, String trigger) {
    var input = new Input.Visited(trigger, Map.of());
    var ran =
        proofs.begin(
            release, Contact.UNKNOWN, Map.of(), input, Commit.Kind.VISIT, Optional.empty());
    var journey = ran.turn().journey();
    var seen = seen(new Stored(release.deployment(), release.id(), journey));
    var trouble = Proofs.trouble(ran).or(() -> unshown(Turns.engine(release), journey, ran.at()));
    return new Proven<>(release.id(), seen, trouble);
  }

  /// A page that cannot be filled in is no trouble of the turn: it shows when somebody looks.
  private static Optional<String> unshown(Engine engine, Journey journey, Instant now) {
    try {
      var _ = engine.page(journey, now);
      return Optional.empty();
    } catch (ExpressionFailed failed) {
      return Optional.of(failed.code());
    }
  }

  @Override
  public Seen look(String journeyLink) {
    return journeys.byLink(journeyLink).map(this::seen).orElseGet(Seen.Unknown::new);
  }

  private Seen seen(Stored stored) {
    var release = releases.release(stored.release());
    if (release.isEmpty()) {
      return new Seen.Unknown();
    }
    var theme = release.get().app().theme();
    var journey = stored.journey();
    var now = turns.now();
    return switch (journey.standing()) {
      case ENDED -> new Seen.Ended("", "", theme);
      case EXPIRED -> expired(release.get());
      case OPEN ->
          journey.expires().isAfter(now)
              ? paused(stored.deployment())
                  .<Seen>map(it -> new Seen.Paused(it.message(), it.until(), theme))
                  .orElseGet(() -> page(Turns.engine(release.get()), journey, now))
              : expired(release.get());
    };
  }

  private static Seen expired(SealedRelease release) {
    var words = release.settings().expiredPage();
    return new Seen.Expired(words.title(), words.text(), release.app().theme());
  }

  private static Seen page(Engine engine, Journey journey, Instant now) {
    var theme = engine.app().theme();
    try {
      return engine
          .page(journey, now)
          .<Seen>map(page -> new Seen.Shows(page, journey.turn()))
          .or(() -> engine.erred(journey, now).map(words -> new Seen.Erred(words, theme)))
          .orElseGet(() -> new Seen.NothingHere(journey.turn(), theme));
    } catch (ExpressionFailed failed) {
      LOG.warn("The page of journey {} cannot be shown: {}", journey.id(), failed.place(), failed);
      return new Seen.Erred(engine.answer(journey, Channel.WEB, now), theme);
    }
  }

  @Override
  public Seen submit(
      String journeyLink, String token, Map<String, List<String>> fields, Optional<String> button) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var stored = journeys.byLink(journeyLink);
      if (stored.isEmpty()) {
        return new Seen.Unknown();
      }
      if (takesNothing(stored.get())) {
        return seen(stored.get());
      }
      var chain = underLine(stored.get(), token, fields, button);
      if (chain.isPresent()) {
        return seen(chain.get().finish().stored());
      }
    }
    throw new IllegalStateException("a page gave way " + ATTEMPTS + " times");
  }

  private boolean takesNothing(Stored stored) {
    return releases.release(stored.release()).isEmpty()
        || stored.journey().standing() != Standing.OPEN
        || !stored.journey().expires().isAfter(turns.now())
        || paused(stored.deployment()).isPresent();
  }

  /// The turn that hears a page; empty when the journey moved meanwhile and the page must be heard
  /// again.
  private Optional<Chain> underLine(
      Stored stored, String token, Map<String, List<String>> fields, Optional<String> button) {
    try (var _ = lines.hold(stored.journey().id())) {
      return chains.begin(
          new Chains.First(
              releases.release(stored.release()).orElseThrow(),
              Optional.of(stored),
              stored.journey(),
              new Input.Submitted(token, verified(stored, fields), button),
              Commit.Kind.PAGE,
              Optional.empty(),
              Asker.page(limits.web()),
              turns.now()));
    }
  }

  /// A field that names a file says no more of it than its id: name, type and size are ours.
  private Map<String, List<String>> verified(Stored stored, Map<String, List<String>> fields) {
    var named = new HashSet<UUID>();
    fields.values().forEach(all -> all.forEach(value -> fileOf(value).ifPresent(named::add)));
    if (named.isEmpty()) {
      return fields;
    }
    var known = uploads.facts(stored.deployment(), stored.journey().id(), named);
    var verified = new HashMap<String, List<String>>();
    fields.forEach(
        (field, all) -> {
          var values = new ArrayList<String>();
          for (var value : all) {
            var file = fileOf(value);
            var facts = file.map(known::get);
            if (file.isEmpty()) {
              values.add(value);
            } else if (facts.isPresent()) {
              values.add(kept(file.get(), facts.get()).value());
            }
          }
          verified.put(field, values);
        });
    return verified;
  }

  private static Optional<UUID> fileOf(String value) {
    var file = FILE.matcher(value);
    return file.matches() ? Optional.of(UUID.fromString(file.group(1))) : Optional.empty();
  }

  private static Upload.Kept kept(UUID id, UploadStore.Facts facts) {
    return new Upload.Kept(id.toString(), facts.name(), facts.type(), facts.size());
  }

  @Override
  public Set<String> visible(String journeyLink, String token, Map<String, List<String>> fields) {
    return journeys
        .byLink(journeyLink)
        .filter(stored -> stored.journey().standing() == Standing.OPEN)
        .flatMap(
            stored ->
                releases
                    .release(stored.release())
                    .map(
                        release ->
                            Turns.engine(release)
                                .visible(stored.journey(), token, fields, turns.now())))
        .orElse(Set.of());
  }

  @Override
  public Upload keep(
      String journeyLink,
      String control,
      String name,
      String mediaType,
      long size,
      InputStream content) {
    var stored = journeys.byLink(journeyLink).filter(each -> seen(each) instanceof Seen.Shows);
    if (stored.isEmpty()) {
      return new Upload.NotNow();
    }
    var id = ids.next();
    var facts = new UploadStore.Facts(control, name, mediaType, size);
    var place = stored.get();
    return uploads.keep(place.deployment(), place.journey().id(), id, facts, content, turns.now())
        ? kept(id, facts)
        : new Upload.NotNow();
  }

  @Override
  public Watch watch(String journeyLink, LongConsumer moved) {
    return watchers.watch(journeyLink, moved);
  }
}
