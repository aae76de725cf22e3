package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which option of a menu an answer means.
final class Choosing {
  private Choosing() {}

  /// The option a written answer means: the one it is, else the one with whose words it begins, as
  /// "yes please" does.
  static Optional<String> written(Scene scene, Map<String, Menu.Option> options, String body) {
    return named(scene, options, body).or(() -> begun(scene, options, Heard.words(body)));
  }

  private static Optional<String> named(
      Scene scene, Map<String, Menu.Option> options, String body) {
    var word = plain(body);
    var number = 0;
    for (var each : options.entrySet()) {
      number++;
      if (chooses(scene, each.getValue(), number, word)) {
        return Optional.of(each.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean chooses(Scene scene, Menu.Option option, int number, String word) {
    return option.match().stream().anyMatch(match -> plain(match).equals(word))
        || option.key().filter(word::equals).isPresent()
        || option.label().isPresent()
            && (option.key().isEmpty() && word.equals("" + number)
                || word.equals(plain(scene.fill(option.label().get()))));
  }

  /// By the longest words that stand first. A number or a single letter is none: "2 days later"
  /// does not choose the second option, and "a day later" not the option `a`.
  private static Optional<String> begun(
      Scene scene, Map<String, Menu.Option> options, List<String> words) {
    var found = Optional.<String>empty();
    var best = 0;
    for (var each : options.entrySet()) {
      var longest =
          longest(
              scene,
              each.getValue(),
              phrase -> Heard.begins(words, phrase) && phrase.stream().anyMatch(Heard::isSpoken));
      if (longest > best) {
        best = longest;
        found = Optional.of(each.getKey());
      }
    }
    return found;
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
  }

  /// The option that was keyed or said on a call.
  static Optional<String> spoken(
      Scene scene, Map<String, Menu.Option> options, Input.Spoken spoken) {
    return spoken.digits().isEmpty()
        ? said(scene, options, spoken.speech())
        : keyed(options, spoken.digits());
  }

  /// By its own key or a word that is one; else by its number.
  private static Optional<String> keyed(Map<String, Menu.Option> options, String keys) {
    for (var each : options.entrySet()) {
      var option = each.getValue();
      if (option.key().filter(keys::equals).isPresent() || option.match().contains(keys)) {
        return Optional.of(each.getKey());
      }
    }
    var number = 0;
    for (var each : options.entrySet()) {
      number++;
      if (each.getValue().key().isEmpty() && keys.equals("" + number)) {
        return Optional.of(each.getKey());
      }
    }
    return Optional.empty();
  }

  /// By the longest of its words that was said; by a number where there is none. Two that are said
  /// with as many words are no choice.
  private static Optional<String> said(
      Scene scene, Map<String, Menu.Option> options, String speech) {
    var words = Heard.words(speech);
    var found = new LinkedHashSet<String>();
    var best = 0;
    for (var each : options.entrySet()) {
      var longest = longest(scene, each.getValue(), phrase -> Heard.contains(words, phrase));
      if (longest > best) {
        best = longest;
        found.clear();
      }
      if (longest > 0 && longest == best) {
        found.add(each.getKey());
      }
    }
    if (found.isEmpty()) {
      words.forEach(word -> keyed(options, word).ifPresent(found::add));
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// How many words the longest of an option's phrases has that is among those asked for.
  private static int longest(Scene scene, Menu.Option option, Predicate<List<String>> among) {
    var phrases = new ArrayList<>(option.match());
    option.label().ifPresent(label -> phrases.add(scene.fill(label)));
    return phrases.stream().map(Heard::words).filter(among).mapToInt(List::size).max().orElse(0);
  }

  /// The words a caller is likely to say.
  static List<String> hints(Scene scene, Map<String, Menu.Option> options) {
    var words = new LinkedHashSet<String>();
    options
        .values()
        .forEach(
            option -> {
              option.label().ifPresent(label -> words.add(scene.fill(label)));
              option.match().stream()
                  .filter(word -> word.chars().anyMatch(Character::isLetter))
                  .forEach(words::add);
            });
    return List.copyOf(words);
  }

  /// How many keys the longest key has.
  static int longestKey(Map<String, Menu.Option> options) {
    var longest = 1;
    var number = 0;
    for (var option : options.values()) {
      number++;
      longest = Math.max(longest, option.key().orElse("" + number).length());
    }
    return longest;
  }
}
