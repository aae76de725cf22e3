package dev.wayfare.preview;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.engine.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of an event, or of something that it led to: `by` says what (`event`, `timer`,
/// `answer`, `hold`, `hang_up`). `answer` is what a program got.
record Happened(
    int event,
    String by,
    Instant at,
    Journey before,
    Journey after,
    List<Effect> effects,
    List<TrailEntry> trail,
    Optional<Requests.Answer> answer) {}
