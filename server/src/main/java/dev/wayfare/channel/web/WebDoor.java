package dev.wayfare.channel.web;

import dev.wayfare.channel.Proven;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/// What the web asks of journeys. The runtime implements it; the web adapter decides nothing.
///
/// A `journeyLink` is the id in `/u/{id}`: a secret of the person who holds it, never the journey's
/// own id. Every method takes whatever a stranger may have typed and answers calmly.
public interface WebDoor {

  /// The starting link `/l/{link}` was opened: a new journey, with the query as its `start` values.
  Visit start(String link, Map<String, List<String>> query);

  /// The starting link `/c/{key}` was opened: a route of this domain, or of the server's own name.
  Visit startOnRoute(Optional<String> domain, String key, Map<String, List<String>> query);

  /// Where the journey stands now. Never moves it.
  Seen look(String journeyLink);

  /// The page for which `token` was made was sent in. `fields` are as they were written, a file as
  /// the value that [#keep] gave. What was refused stays with the journey and is in the next look.
  Seen submit(
      String journeyLink, String token, Map<String, List<String>> fields, Optional<String> button);

  /// The ids of the controls that would be visible if these were the answers. Keeps nothing.
  Set<String> visible(String journeyLink, String token, Map<String, List<String>> fields);

  /// Keeps a file for the control `control` of the journey's page. Size, type and name were
  /// checked: `name` is a word to show, never a path. The stream is the web's to close.
  Upload keep(
      String journeyLink,
      String control,
      String name,
      String mediaType,
      long size,
      InputStream content)
      throws IOException;

  /// Calls `moved` with the journey's new revision whenever it moves, on whatever channel, until
  /// closed. `moved` returns at once and may be called from any thread.
  Watch watch(String journeyLink, LongConsumer moved);

  /// A watch that can be ended.
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /// What somebody who opens the starting link `/l/{link}` would see of the marked release; empty
  /// where the mark is nobody's, or that release has no such link. Remembers nothing.
  Optional<Proven<Seen>> prove(String link, String mark);

  /// The marked release, whose journey links may live on the domain that was asked.
  Optional<UUID> proveLinks(String mark);

  /// The same as [#prove] for `/c/{key}` on this domain, or under the server's own name.
  Optional<Proven<Seen>> proveOnRoute(Optional<String> domain, String key, String mark);
}
