package dev.wayfare.preview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is to be played: the unsaved document, whose values count, who texts and calls, when it
/// begins, and everything that was done. `typed` is what stands in the open page by now.
record PreviewWish(
    @Nullable JsonNode document,
    Optional<String> profile,
    Optional<String> phone,
    Optional<Instant> begins,
    Optional<List<PreviewEvent>> events,
    Optional<Map<String, List<String>>> typed) {}
