package dev.wayfare.channel.web;

import java.util.regex.Pattern;

/// What came of keeping a file.
public sealed interface Upload {

  /// Kept. The field's value names it by `id`; the rest is for showing only, and whoever reads the
  /// value back asks the store by `id` and believes nothing else of it.
  record Kept(String id, String name, String type, long size) implements Upload {

    /// As the field's value: `id|name|type|size`.
    public String value() {
      return id + "|" + name.replace('|', ' ') + "|" + type + "|" + size;
    }

    /// Reads a field's value, for showing only.
    public static Kept of(String value) {
      var parts = value.split(Pattern.quote("|"), -1);
      return new Kept(parts[0], at(parts, 1), at(parts, 2), size(at(parts, 3)));
    }

    private static String at(String[] parts, int index) {
      return index < parts.length ? parts[index] : "";
    }

    private static long size(String text) {
      return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }
  }

  /// Larger than a file may be.
  record TooLarge(long most) implements Upload {}

  /// Empty.
  record Empty() implements Upload {}

  /// Its content is not of a type that the control takes. `types` in words.
  record WrongType(String types) implements Upload {}

  /// The journey takes no file just now: ended, expired, moved on, or it has as many as it may.
  record NotNow() implements Upload {}
}
