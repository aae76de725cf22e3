package dev.wayfare.channel.web;

import dev.wayfare.channel.Proven;
import dev.wayfare.flow.page.PageView;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// A door with journeys that stand still until a test moves them, and that remembers what it was
/// asked.
final class SampleDoor implements WebDoor {

  record Submitted(
      String journey, String token, Map<String, List<String>> fields, Optional<String> button) {}

  record Kept(String journey, String control, String name, String type, long size, byte[] bytes) {}

  final Map<String, Seen> journeys = new ConcurrentHashMap<>();
  final List<Submitted> submitted = new CopyOnWriteArrayList<>();
  final List<Kept> kept = new CopyOnWriteArrayList<>();
  final List<Map<String, List<String>>> started = new CopyOnWriteArrayList<>();
  final List<Optional<String>> domains = new CopyOnWriteArrayList<>();
  final Set<LongConsumer> watchers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger files = new AtomicInteger();

  SampleDoor() {
    SamplePages.all().forEach((name, page) -> journeys.put(name, new Seen.Shows(page, 7)));
    journeys.put("nothing", new Seen.NothingHere(3, SamplePages.PARCEL));
    journeys.put(
        "ended",
        new Seen.Ended(
            "See you on Friday", "We text you when the driver is near.", SamplePages.PARCEL));
    journeys.put("ended-plain", new Seen.Ended("", "", SamplePages.MUTUAL));
    journeys.put("expired", new Seen.Expired("", "", SamplePages.PARCEL));
    journeys.put("unpublished", new Seen.Unpublished(SamplePages.PARCEL));
    journeys.put("erred", new Seen.Erred("Please call us on +47 000 00 100.", SamplePages.MUTUAL));
  }

  /// Another channel moved the journey.
  void move(String journey, PageView page, long revision) {
    journeys.put(journey, new Seen.Shows(page, revision));
    watchers.forEach(watcher -> watcher.accept(revision));
  }

  @Override
  public Visit start(String link, Map<String, List<String>> query) {
    return switch (link) {
      case "parcel" -> {
        started.add(query);
        yield new Visit.Begun("booking");
      }
      case "gone" -> new Visit.Unpublished(SamplePages.PARCEL);
      default -> new Visit.Unknown();
    };
  }

  @Override
  public Visit startOnRoute(Optional<String> domain, String key, Map<String, List<String>> query) {
    domains.add(domain);
    return start(key, query);
  }

  /// No release stands behind this door.
  @Override
  public Optional<Proven<Seen>> prove(String link, String mark) {
    return Optional.empty();
  }

  @Override
  public Optional<UUID> proveLinks(String mark) {
    return Optional.empty();
  }

  @Override
  public Optional<Proven<Seen>> proveOnRoute(Optional<String> domain, String key, String mark) {
    return Optional.empty();
  }

  @Override
  public Seen look(String journeyLink) {
    return journeys.getOrDefault(journeyLink, new Seen.Unknown());
  }

  @Override
  public Seen submit(
      String journeyLink, String token, Map<String, List<String>> fields, Optional<String> button) {
    submitted.add(new Submitted(journeyLink, token, fields, button));
    return look(journeyLink);
  }

  @Override
  public Set<String> visible(String journeyLink, String token, Map<String, List<String>> fields) {
    if (!(look(journeyLink) instanceof Seen.Shows shows)) {
      return Set.of();
    }
    var withNeighbour = fields.getOrDefault("place", List.of()).contains("neighbour");
    return shows.page().controls().stream()
        .flatMap(Showing::all)
        .filter(control -> control.visible() || withNeighbour)
        .map(control -> control.id())
        .collect(Collectors.toSet());
  }

  @Override
  public Upload keep(
      String journeyLink,
      String control,
      String name,
      String mediaType,
      long size,
      InputStream content)
      throws IOException {
    kept.add(new Kept(journeyLink, control, name, mediaType, size, content.readAllBytes()));
    return new Upload.Kept("file" + files.incrementAndGet(), name, mediaType, size);
  }

  @Override
  public Watch watch(String journeyLink, LongConsumer moved) {
    watchers.add(moved);
    return () -> watchers.remove(moved);
  }
}
