package dev.wayfare.channel.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The few words on a page that are ours and not the app's, in the page's language, or in English
/// where we do not speak it.
public final class Words {

  static final List<String> SPOKEN = List.of("en", "de", "fr", "es");
  private static final List<String> RIGHT_TO_LEFT =
      List.of("ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

  private final String language;
  private final String words;
  private final Map<String, String> texts;

  private Words(String language, String words, Map<String, String> texts) {
    this.language = language;
    this.words = words;
    this.texts = texts;
  }

  static Map<String, Words> all() {
    return SPOKEN.stream()
        .collect(Collectors.toMap(each -> each, each -> new Words(each, each, read(each))));
  }

  /// These words on a page whose language is this tag.
  Words on(String tag) {
    return new Words(tag, words, texts);
  }

  public String say(String key) {
    var text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no word " + key + " in " + words);
    }
    return text;
  }

  public String say(String key, Object value) {
    return say(key).replace("{0}", String.valueOf(value));
  }

  /// The page's language, as the theme says it.
  public String language() {
    return language;
  }

  public String direction() {
    return RIGHT_TO_LEFT.contains(primary(language)) ? "rtl" : "ltr";
  }

  Map<String, String> texts() {
    return texts;
  }

  static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  private static Map<String, String> read(String language) {
    var name = "/customer/words/" + language + ".properties";
    try (var in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing " + name);
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      var read = new TreeMap<String, String>();
      properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
      return Map.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
