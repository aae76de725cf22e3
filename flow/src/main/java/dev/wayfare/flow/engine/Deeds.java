package dev.wayfare.flow.engine;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a turn has done so far: its effects and its trail.
final class Deeds {
  private final List<Effect> effects = new ArrayList<>();
  private final List<TrailEntry> trail = new ArrayList<>();
  private boolean moved;

  void add(Effect effect) {
    effects.add(effect);
  }

  /// Open pages look again once, however often the web channel moved.
  void webMoved() {
    if (!moved) {
      moved = true;
      effects.add(new Effect.WebMoved());
    }
  }

  void incident(Trouble trouble) {
    effects.add(new Effect.Incident(trouble));
  }

  Optional<Verb> lastVerb() {
    return effects.reversed().stream()
        .filter(Effect.Voice.class::isInstance)
        .findFirst()
        .map(effect -> ((Effect.Voice) effect).verb());
  }

  /// A turn that ran away must not send a phone what it said on the way.
  void silence() {
    effects.removeIf(it -> it instanceof Effect.SendText || it instanceof Effect.Voice);
  }

  void note(@Nullable Spot at, String what, Map<String, Object> data) {
    trail.add(new TrailEntry(at == null ? "" : at.flow, at == null ? "" : at.step, what, data));
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }

  List<TrailEntry> trail() {
    return List.copyOf(trail);
  }
}
