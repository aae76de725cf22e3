package dev.wayfare.cli.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that was looked at: how it is, and what to do about it.
///
/// @param wayOut empty where nothing is to be done
public record Finding(String name, Level level, String text, String wayOut) {

  /// How bad it is.
  public enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String name, String text) {
    return new Finding(name, Level.OK, text, "");
  }

  static Finding warn(String name, String text, String wayOut) {
    return new Finding(name, Level.WARN, text, wayOut);
  }

  static Finding fail(String name, String text, String wayOut) {
    return new Finding(name, Level.FAIL, text, wayOut);
  }

  /// As a program reads it.
  public Map<String, Object> asValue() {
    var value = new LinkedHashMap<String, Object>();
    value.put("name", name);
    value.put("level", level.name().toLowerCase(java.util.Locale.ROOT));
    value.put("text", text);
    value.put("way_out", wayOut);
    return value;
  }
}
