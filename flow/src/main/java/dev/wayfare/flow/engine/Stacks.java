package dev.wayfare.flow.engine;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the channels stand while a turn runs: a stack of frames each, the last on top. A frame
/// that goes takes along the timer that would have woken it.
final class Stacks {
  private final Map<Channel, List<Spot>> stacks = new EnumMap<>(Channel.class);
  private final Secrets secrets;
  private final Timers timers;
  private final Asks asks;

  Stacks(Map<Channel, List<Frame>> frozen, Timers timers, Asks asks, Secrets secrets) {
    this.secrets = secrets;
    this.timers = timers;
    this.asks = asks;
    frozen.forEach(this::restore);
  }

  /// Puts frames on a channel as they were.
  void restore(Channel line, List<Frame> frames) {
    frames.forEach(frame -> on(line).add(new Spot(frame)));
  }

  List<Frame> frozen(Channel line) {
    return on(line).stream().map(each -> each.frozen(secrets)).toList();
  }

  Map<Channel, List<Frame>> frozen() {
    var frozen = new EnumMap<Channel, List<Frame>>(Channel.class);
    for (var line : Channel.values()) {
      if (standOn(line)) {
        frozen.put(line, frozen(line));
      }
    }
    return Collections.unmodifiableMap(frozen);
  }

  /// Learns what is secret in the frames.
  void learnSecrets() {
    stacks
        .values()
        .forEach(spots -> spots.forEach(each -> secrets.learn(each.variables, secrets.of(each))));
  }

  boolean standOn(Channel line) {
    return !on(line).isEmpty();
  }

  boolean standAnywhere() {
    return stacks.values().stream().anyMatch(frames -> !frames.isEmpty());
  }

  int depth(Channel line) {
    return on(line).size();
  }

  Spot top(Channel line) {
    return on(line).getLast();
  }

  Spot bottom(Channel line) {
    return on(line).getFirst();
  }

  /// Whether this step still stands at this depth, from 1.
  boolean has(Channel line, int depth, String step) {
    return depth(line) >= depth && on(line).get(depth - 1).step.equals(step);
  }

  void push(Channel line, Spot spot) {
    on(line).add(spot);
  }

  void pop(Channel line) {
    dropWake(line);
    on(line).removeLast();
  }

  /// The frame on top goes to another step.
  void move(Channel line, String step) {
    dropWake(line);
    top(line).step = step;
  }

  void clear(Channel line) {
    for (int depth = 1; depth <= depth(line); depth++) {
      timers.drop(Timer.Wake.name(line, depth, on(line).get(depth - 1).step));
    }
    asks.clear(line);
    on(line).clear();
  }

  /// Whether the step on top has not begun since the journey was moved to it.
  boolean toBegin(Channel line) {
    return standOn(line) && top(line).memos.containsKey(Frame.BEGINS);
  }

  /// The same; from now on it has.
  boolean begins(Channel line) {
    return standOn(line) && top(line).memos.remove(Frame.BEGINS) != null;
  }

  void wakeAt(Channel line, Instant at) {
    var step = top(line).step;
    timers.set(
        Timer.Wake.name(line, depth(line), step), new Timer.Wake(at, line, depth(line), step));
  }

  /// The timer that would wake the step on top, if it is due; it is spent.
  Optional<Input> takeWake(Channel line, Instant now) {
    var name = Timer.Wake.name(line, depth(line), top(line).step);
    return timers.due(name, now).map(at -> new Input.TimerFired(name, at));
  }

  private void dropWake(Channel line) {
    asks.drop(line, depth(line));
    timers.drop(Timer.Wake.name(line, depth(line), top(line).step));
  }

  private List<Spot> on(Channel line) {
    return stacks.computeIfAbsent(line, _ -> new ArrayList<>());
  }
}
