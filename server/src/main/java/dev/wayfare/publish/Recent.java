package dev.wayfare.publish;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Remembers what was used last, up to a number of things. Reading takes no lock; nothing is held
/// while a thing is loaded, so two threads may load the same thing and one of them wins.
final class Recent<K, V> {
  private final int most;
  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
  private final AtomicLong ticks = new AtomicLong();

  Recent(int most) {
    this.most = most;
  }

  private static final class Kept<V> {
    final V value;
    volatile long used;

    Kept(V value, long used) {
      this.value = value;
      this.used = used;
    }
  }

  Optional<V> get(K key, Supplier<Optional<V>> load) {
    var found = kept.get(key);
    if (found != null) {
      found.used = ticks.incrementAndGet();
      return Optional.of(found.value);
    }
    return load.get().map(value -> keep(key, value));
  }

  int size() {
    return kept.size();
  }

  private V keep(K key, V value) {
    var fresh = new Kept<>(value, ticks.incrementAndGet());
    var other = kept.putIfAbsent(key, fresh);
    if (kept.size() > most) {
      forget();
    }
    return other == null ? value : other.value;
  }

  /// A quarter goes at once, so that a full memory is not sorted for every newcomer.
  private void forget() {
    kept.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().used))
        .sorted(Comparator.comparingLong(Map.Entry::getValue))
        .limit(Math.max(1, most / 4))
        .forEach(entry -> kept.remove(entry.getKey()));
  }
}
