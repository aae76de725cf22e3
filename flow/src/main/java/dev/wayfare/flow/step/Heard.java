package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was said or keyed on a call, brought into the form in which people write it.
final class Heard {
  private static final List<String> COUNTED =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");
  private static final Map<String, String> NUMBERS =
      IntStream.range(0, COUNTED.size())
          .boxed()
          .collect(Collectors.toUnmodifiableMap(COUNTED::get, String::valueOf));
  private static final Pattern MARKS = Pattern.compile("[.!?,;]+$");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}*#]+");

  private Heard() {}

  static Optional<Object> read(Expect expect, Input.Spoken spoken, Scene scene) {
    if (!spoken.digits().isEmpty()) {
      return keyed(expect, spoken.digits(), scene);
    }
    return forms(expect, spoken.speech(), scene)
        .flatMap(form -> expect.read(form, scene).stream())
        .findFirst();
  }

  private static Optional<Object> keyed(Expect expect, String keys, Scene scene) {
    return switch (expect) {
      case TEXT, PHONE -> expect.read(keys, scene);
      case NUMBER -> expect.read(keys.replace('*', '.'), scene);
      case DATE ->
          keys.matches("\\d{8}")
              ? expect.read(
                  keys.substring(0, 4) + "-" + keys.substring(4, 6) + "-" + keys.substring(6),
                  scene)
              : Optional.empty();
      case TIME ->
          keys.matches("\\d{3,4}")
              ? expect.read(
                  keys.substring(0, keys.length() - 2) + ":" + keys.substring(keys.length() - 2),
                  scene)
              : Optional.empty();
      case YES_NO ->
          switch (keys) {
            case "1" -> Optional.of(true);
            case "2" -> Optional.of(false);
            default -> Optional.empty();
          };
      case EMAIL, PHOTO, FILE -> Optional.empty();
    };
  }

  private static Stream<String> forms(Expect expect, String speech, Scene scene) {
    var bare = MARKS.matcher(speech.strip()).replaceAll("");
    return switch (expect) {
      case TEXT -> Stream.of(bare);
      case NUMBER -> Stream.of(bare, String.join("", words(bare)));
      case DATE, TIME -> Stream.of(speech, bare);
      case PHONE -> Stream.of(bare, String.join("", words(bare)));
      case EMAIL ->
          Stream.of(
              bare,
              bare.toLowerCase(Locale.ROOT)
                  .replaceAll("\\s+at\\s+", "@")
                  .replaceAll("\\s+dot\\s+", ".")
                  .replace(" ", ""));
      case YES_NO ->
          yesOrNo(words(bare), scene)
              .map(yes -> (yes ? scene.yes() : scene.no()).getFirst())
              .stream();
      case PHOTO, FILE -> Stream.of();
    };
  }

  /// Yes or no, by a word anywhere among these; nothing where both are there.
  static Optional<Boolean> yesOrNo(List<String> words, Scene scene) {
    var yes = words.stream().anyMatch(scene.yes()::contains);
    var no = words.stream().anyMatch(scene.no()::contains);
    return yes == no ? Optional.empty() : Optional.of(yes);
  }

  /// The words of something said, in small letters, without marks, numbers up to twenty as digits.
  static List<String> words(String said) {
    var words = new ArrayList<String>();
    for (var word : BETWEEN.split(said.toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(NUMBERS.getOrDefault(word, word));
      }
    }
    return words;
  }

  /// Whether it is a word as people say it, and not a number, a key or a letter of a list.
  static boolean isSpoken(String word) {
    return word.chars().filter(Character::isLetter).limit(2).count() == 2;
  }

  /// Whether what was said begins with these words.
  static boolean begins(List<String> said, List<String> words) {
    return !words.isEmpty()
        && words.size() <= said.size()
        && said.subList(0, words.size()).equals(words);
  }

  /// Whether these words are said one after the other.
  static boolean contains(List<String> said, List<String> words) {
    return !words.isEmpty() && java.util.Collections.indexOfSubList(said, words) >= 0;
  }
}
