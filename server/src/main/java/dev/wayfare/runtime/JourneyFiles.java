package dev.wayfare.runtime;

import dev.wayfare.channel.PublicUrl;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.SealedRelease;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What `file` steps do with the files of their journey. A file of another journey is no file: its
/// id opens nothing here.
final class JourneyFiles implements FileWork {
  private static final int WORD_LENGTH = 32;
  private static final Outcome MISSING =
      new Outcome.Failed("FILE_MISSING", "the journey has no such file, or no longer");

  private final UploadStore uploads;
  private final FileLinks links;
  private final PublicUrl url;
  private final Ids ids;

  JourneyFiles(UploadStore uploads, FileLinks links, PublicUrl url, Ids ids) {
    this.uploads = uploads;
    this.links = links;
    this.url = url;
    this.ids = ids;
  }

  @Override
  public Outcome perform(SealedRelease release, UUID journey, Request.File request, Instant now) {
    var file = id(request.file());
    if (file.isEmpty()) {
      return MISSING;
    }
    var place = new Place(release.deployment(), journey, file.get());
    return switch (request.kind()) {
      case SHRINK -> shrink(place, request.longestSide(), now);
      case LINK -> link(place, now.plus(request.life()));
      case DELETE -> {
        links.remove(place.deployment(), journey, place.file());
        yield new Outcome.Done(Map.of());
      }
    };
  }

  private record Place(UUID deployment, UUID journey, UUID file) {}

  private Outcome link(Place place, Instant expires) {
    var word = ids.word(WORD_LENGTH);
    return links.add(place.deployment(), place.journey(), place.file(), word, expires)
        ? new Outcome.Done(Map.of("url", url.at("/f/" + word)))
        : MISSING;
  }

  /// The small picture's id is made of the large one's and its size: once more is the same again.
  private Outcome shrink(Place place, int longestSide, Instant now) {
    var id =
        UUID.nameUUIDFromBytes(
            "%s/%s/%d"
                .formatted(place.journey(), place.file(), longestSide)
                .getBytes(StandardCharsets.UTF_8));
    var known = uploads.facts(place.deployment(), place.journey(), List.of(place.file(), id));
    var small = Optional.ofNullable(known.get(id));
    if (small.isPresent()) {
      return done(id, small.get());
    }
    var large = Optional.ofNullable(known.get(place.file()));
    var content = uploads.content(place.deployment(), place.journey(), place.file());
    if (large.isEmpty() || content.isEmpty()) {
      return MISSING;
    }
    return switch (SmallImage.of(content.get(), longestSide)) {
      case SmallImage.Made.Failed(var code, var message) -> new Outcome.Failed(code, message);
      case SmallImage.Made.Image(var type, var bytes) -> {
        var facts =
            new UploadStore.Facts(
                large.get().control(), large.get().name(), type, (long) bytes.length);
        yield uploads.keep(
                place.deployment(),
                place.journey(),
                id,
                facts,
                new ByteArrayInputStream(bytes),
                now)
            ? done(id, facts)
            : new Outcome.Failed("FILES_FULL", "the journey has as many files as it may");
      }
    };
  }

  private static Outcome done(UUID id, UploadStore.Facts facts) {
    return new Outcome.Done(
        Map.of(
            "id",
            id.toString(),
            "name",
            facts.name(),
            "type",
            facts.type(),
            "size",
            (double) facts.size()));
  }

  static Optional<UUID> id(Map<String, Object> file) {
    try {
      return Optional.of(UUID.fromString(String.valueOf(file.get("id"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
