package dev.wayfare.flow.engine;

import dev.wayfare.flow.Asked;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a journey has asked the world outside while its turn runs, and the texts that wait until it
/// is answered.
final class Asks {
  private final Map<String, Asked> asked;
  private final List<String> unheard;
  private final int turn;
  private int count;

  /// `turn` is the number of the turn that runs; keys are made of it.
  Asks(Map<String, Asked> asked, List<String> unheard, int turn) {
    this.asked = new LinkedHashMap<>(asked);
    this.unheard = new ArrayList<>(unheard);
    this.turn = turn;
  }

  /// The key under which the step at this depth waits from now on.
  String ask(Channel line, int depth, String step) {
    var key = turn + "." + ++count;
    asked.put(key, new Asked(line, depth, step, Optional.empty()));
    return key;
  }

  Optional<Asked> find(String key) {
    return Optional.ofNullable(asked.get(key));
  }

  /// Takes the answer out: it is heard now.
  void heard(String key) {
    asked.remove(key);
  }

  /// Keeps an answer that cannot be heard now.
  void keep(String key, Asked waits, Outcome outcome) {
    asked.put(key, new Asked(waits.channel(), waits.depth(), waits.step(), Optional.of(outcome)));
  }

  boolean waits(Channel line, int depth) {
    return asked.values().stream().anyMatch(it -> it.channel() == line && it.depth() == depth);
  }

  /// The kept answer for the step at this depth, if there is one; it is heard now.
  Optional<Input> arrived(Channel line, int depth) {
    for (var each : asked.entrySet()) {
      var waits = each.getValue();
      if (waits.channel() == line && waits.depth() == depth && waits.arrived().isPresent()) {
        asked.remove(each.getKey());
        return Optional.of(new Input.Answered(each.getKey(), waits.arrived().get(), true));
      }
    }
    return Optional.empty();
  }

  /// The frame at this depth goes on or away, and with it what it waited for.
  void drop(Channel line, int depth) {
    asked.values().removeIf(it -> it.channel() == line && it.depth() == depth);
  }

  void clear(Channel line) {
    asked.values().removeIf(it -> it.channel() == line);
  }

  void dropAll() {
    asked.clear();
    unheard.clear();
  }

  // --- texts that came meanwhile

  /// Keeps a text for when the channel listens again; false when there are too many.
  boolean hearLater(String body) {
    return unheard.size() < Limits.UNHEARD && unheard.add(body);
  }

  Optional<String> nextUnheard() {
    return unheard.isEmpty() ? Optional.empty() : Optional.of(unheard.removeFirst());
  }

  Map<String, Asked> left() {
    return Collections.unmodifiableMap(asked);
  }

  List<String> unheard() {
    return List.copyOf(unheard);
  }
}
