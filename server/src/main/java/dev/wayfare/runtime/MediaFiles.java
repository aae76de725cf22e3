package dev.wayfare.runtime;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.OutsideHttp.Fetched;
import dev.wayfare.channel.web.FileType;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Brings what came with a text from the carrier to the journey, where it is a file like one from a
/// page: by what it is and not by what the carrier says it is.
final class MediaFiles {
  private static final String NOT_FETCHED = "MEDIA_NOT_FETCHED";

  private final UploadStore uploads;
  private final CarrierAccounts accounts;
  private final Supplier<List<Carrier>> carriers;

  /// @param carriers asked late: a carrier of ours knows the turns, which know us
  MediaFiles(UploadStore uploads, CarrierAccounts accounts, Supplier<List<Carrier>> carriers) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.carriers = carriers;
  }

  /// The file's id is made of the ask's key: once more is the same file.
  Outside.Result fetch(
      SealedRelease release, UUID journey, String key, Request.Media media, Instant now) {
    var id = UUID.nameUUIDFromBytes((journey + "/media/" + key).getBytes(StandardCharsets.UTF_8));
    var known = uploads.facts(release.deployment(), journey, List.of(id)).get(id);
    if (known != null) {
      return done(id, known);
    }
    var account = release.textNumber().flatMap(accounts::forNumber);
    var carrier = account.flatMap(this::carrier);
    if (carrier.isEmpty()) {
      return failed(NOT_FETCHED, "no connected account serves the number of this text");
    }
    return switch (carrier.get().fetch(media.url(), account.orElseThrow())) {
      case Fetched.Came came when came.status() / 100 == 2 ->
          keep(release.deployment(), journey, id, media, came.content(), now);
      case Fetched.Came came when came.status() >= 500 || came.status() == 429 ->
          new Outside.Result.Later(NOT_FETCHED, "the carrier answered with " + came.status());
      case Fetched.Came came -> failed(NOT_FETCHED, "the carrier answered with " + came.status());
      case Fetched.Missing(var why) -> new Outside.Result.Later(NOT_FETCHED, why);
      case Fetched.TooLarge(var why) -> failed("FILE_TOO_LARGE", why);
      case Fetched.Forbidden(var why) -> failed(NOT_FETCHED, why);
    };
  }

  private Optional<Carrier> carrier(CarrierAccount account) {
    return Carrier.of(account.kind(), carriers.get());
  }

  private Outside.Result keep(
      UUID deployment, UUID journey, UUID id, Request.Media media, byte[] content, Instant now) {
    var head = Arrays.copyOf(content, Math.min(content.length, FileType.HEAD));
    var type = FileType.of(head, "");
    if (!FileType.taken(type, media.images() ? List.of("image/*") : FileType.USUAL)) {
      return failed("FILE_WRONG_TYPE", "it is " + type);
    }
    var name = (media.images() ? "photo." : "file.") + type.substring(type.indexOf('/') + 1);
    var facts = new UploadStore.Facts("", name, type, content.length);
    var stream = new ByteArrayInputStream(content);
    return uploads.keep(deployment, journey, id, facts, stream, now)
        ? done(id, facts)
        : failed("FILES_FULL", "the journey has as many files as it may");
  }

  private static Outside.Result done(UUID id, UploadStore.Facts facts) {
    return new Outside.Result.Known(
        new Outcome.Done(
            Map.of(
                "id",
                id.toString(),
                "name",
                facts.name(),
                "type",
                facts.type(),
                "size",
                (double) facts.size())));
  }

  private static Outside.Result failed(String code, String message) {
    return new Outside.Result.Known(new Outcome.Failed(code, message));
  }
}
