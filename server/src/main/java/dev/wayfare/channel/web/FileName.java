package dev.wayfare.channel.web;

import java.text.Normalizer;

/// A file's name as a word to show. It is never a path, never a header, never markup: what could
/// make it one of these is taken out.
final class FileName {

  private static final int LONGEST = 100;

  private FileName() {}

  static String clean(String given) {
    var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var plain =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
            .replaceAll("[\"'<>|:*?%;&`$]", " ")
            .replaceAll("\\s+", " ")
            .replaceAll("^[. ]+", "")
            .strip();
    return plain.isEmpty() ? "file" : shorten(plain);
  }

  /// Keeps the ending, by which people know what a file is.
  private static String shorten(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    var dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    var kept = name.offsetByCodePoints(0, LONGEST - 1 - ending.length());
    return name.substring(0, kept) + "…" + ending;
  }
}
