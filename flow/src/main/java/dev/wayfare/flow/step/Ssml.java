package dev.wayfare.flow.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Fragments of speech markup (SSML): the tags every carrier understands, and what of them is said.
final class Ssml {
  private static final Set<String> WORDS_ONLY = Set.of();
  private static final Set<String> INLINE =
      Set.of("break", "emphasis", "phoneme", "prosody", "say-as", "sub", "w", "lang");

  /// What may stand in each tag.
  private static final Map<String, Set<String>> WITHIN =
      Map.of(
          "",
          with(INLINE, "p", "s"),
          "p",
          with(INLINE, "s"),
          "s",
          INLINE,
          "emphasis",
          INLINE,
          "prosody",
          with(INLINE, "p", "s"),
          "lang",
          with(INLINE, "p", "s"),
          "w",
          Set.of("break", "emphasis", "phoneme", "prosody", "say-as", "sub"),
          "phoneme",
          WORDS_ONLY,
          "say-as",
          WORDS_ONLY,
          "sub",
          WORDS_ONLY);

  private static final Map<String, List<String>> ATTRIBUTES =
      Map.of(
          "break", List.of("strength", "time"),
          "emphasis", List.of("level"),
          "p", List.of(),
          "s", List.of(),
          "phoneme", List.of("alphabet", "ph"),
          "prosody", List.of("volume", "rate", "pitch"),
          "say-as", List.of("interpret-as", "format", "role"),
          "sub", List.of("alias"),
          "w", List.of("role"),
          "lang", List.of("xml:lang"));

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([a-z][a-z-]*)((?:\\s+[a-z:-]+\\s*=\\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\\s*(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z:-]+)\\s*=");
  private static final Pattern STRAY =
      Pattern.compile("<|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});)");
  private static final Pattern HOLE = Pattern.compile("(?<!\\\\)\\{\\{.*?\\}\\}", Pattern.DOTALL);

  private Ssml() {}

  private static Set<String> with(Set<String> some, String... more) {
    var all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  /// What is wrong with a text that is meant as markup, as a sentence; what stands in its holes is
  /// written by [#escaped] and is never wrong.
  static Optional<String> wrong(String source) {
    var fragment = HOLE.matcher(source).replaceAll("0");
    Deque<String> open = new ArrayDeque<>();
    var tags = TAG.matcher(fragment);
    var from = 0;
    while (tags.find()) {
      if (STRAY.matcher(fragment.substring(from, tags.start())).find()) {
        return stray();
      }
      from = tags.end();
      var found = tag(tags.group(1), tags.group(2), tags.group(3), tags.group(4), open);
      if (found.isPresent()) {
        return found;
      }
    }
    if (STRAY.matcher(fragment.substring(from)).find()) {
      return stray();
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of("`<" + open.peek() + ">` is never closed.");
  }

  private static Optional<String> stray() {
    return Optional.of("A `<` or `&` stands in it that begins no tag and no entity.");
  }

  private static Optional<String> tag(
      String closing, String name, String attributes, String empty, Deque<String> open) {
    var known = ATTRIBUTES.get(name);
    if (known == null) {
      return Optional.of("There is no tag `<" + name + ">`.");
    }
    if (!closing.isEmpty()) {
      if (!name.equals(open.peek()) || !attributes.isEmpty() || !empty.isEmpty()) {
        return Optional.of("`</" + name + ">` closes nothing that is open there.");
      }
      open.pop();
      return Optional.empty();
    }
    var around = open.isEmpty() ? "" : open.peek();
    if (!WITHIN.getOrDefault(around, Set.of()).contains(name)) {
      return Optional.of("`<" + name + ">` cannot stand in `<" + around + ">`.");
    }
    var seen = new HashMap<String, Boolean>();
    var each = ATTRIBUTE.matcher(attributes.replaceAll("\"[^\"]*\"|'[^']*'", ""));
    while (each.find()) {
      if (!known.contains(each.group(1)) || seen.put(each.group(1), true) != null) {
        return Optional.of("`<" + name + ">` cannot have `" + each.group(1) + "` there.");
      }
    }
    if (name.equals("break") && empty.isEmpty()) {
      return Optional.of("`<break>` has nothing in it: it is written `<break/>`.");
    }
    if (empty.isEmpty()) {
      open.push(name);
    }
    return Optional.empty();
  }

  /// A value as it may stand anywhere in markup.
  static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  /// The words without the markup.
  static String plain(String markup) {
    var words =
        markup
            .replaceAll("<(?:break|/?p|/?s)(?:\\s[^>]*)?/?>", " ")
            .replaceAll("<[^>]*>", "")
            .replaceAll("\\s+", " ")
            .strip();
    return Pattern.compile("&#(x?)([0-9a-fA-F]+);")
        .matcher(words)
        .replaceAll(
            it ->
                java.util.regex.Matcher.quoteReplacement(
                    character(Integer.parseInt(it.group(2), it.group(1).isEmpty() ? 10 : 16))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static String character(int code) {
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
