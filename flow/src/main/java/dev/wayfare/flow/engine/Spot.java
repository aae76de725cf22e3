package dev.wayfare.flow.engine;

import dev.wayfare.flow.Frame;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// A frame while its turn runs.
final class Spot {
  final String flow;
  final boolean called;
  String step;
  final Map<String, Object> variables;
  final Map<String, Object> memos;

  /// The variables that were set secretly.
  final Set<String> secretly = new LinkedHashSet<>();

  Spot(String flow, String step, boolean called, Map<String, Object> variables) {
    this.flow = flow;
    this.step = step;
    this.called = called;
    this.variables = new LinkedHashMap<>(variables);
    this.memos = new LinkedHashMap<>();
  }

  Spot(Frame frame) {
    this(frame.flow(), frame.step(), frame.called(), frame.variables());
    memos.putAll(frame.memos());
    secretly.addAll(frame.secrets());
  }

  Frame frozen(Secrets secrets) {
    return new Frame(flow, step, called, kept(variables), secrets.of(this), kept(memos));
  }

  /// As it is now, in its order.
  private static Map<String, Object> kept(Map<String, Object> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
