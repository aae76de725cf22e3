package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Tree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeParserTest {

  @Test
  void anEmojiMayStandAnywhere() {
    for (int before = 1000; before < 1060; before++) {
      var text = "x".repeat(before) + "😀".repeat(1500);
      var parsed = TreeParser.parse("a: \"" + text + "\"");
      assertThat(parsed.problems()).isEmpty();
      assertThat(
              ((Tree.Leaf) ((Tree.Branch) parsed.tree().orElseThrow()).fields().get("a")).value())
          .isEqualTo(text);
    }
  }

  @Test
  void everyTextKnowsWhereItsFirstCharacterStands() {
    var tree =
        parse(
            """
            plain: hello
            double: "hello"
            flow: {single: 'hello', list: [a, "b"]}
            block: |
              first
              second
            folded: >-

              third
            """);
    assertThat(place(tree, "plain")).isEqualTo(new Place("plain", 1, 8));
    assertThat(place(tree, "double")).isEqualTo(new Place("double", 2, 10));
    assertThat(place(tree, "flow", "single")).isEqualTo(new Place("flow/single", 3, 17));
    assertThat(place(tree, "flow", "list", "1")).isEqualTo(new Place("flow/list/1", 3, 36));
    assertThat(place(tree, "block")).isEqualTo(new Place("block", 5, 3));
    assertThat(place(tree, "folded")).isEqualTo(new Place("folded", 9, 3));
  }

  @Test
  void anObjectStandsWhereItsNameStands() {
    var tree =
        parse(
            """
            steps:
              which:
                type: ask
              list:
                - a: 1
            """);
    assertThat(place(tree, "steps", "which")).isEqualTo(new Place("steps/which", 2, 3));
    assertThat(place(tree, "steps", "list", "0")).isEqualTo(new Place("steps/list/0", 5, 7));
  }

  @Test
  void wordsOfOlderYamlStayTexts() {
    var tree =
        parse("{a: yes, b: no, c: on, d: 2026-11-23, e: 12:30, f: 1_000, g: y, h: 0b11, i: .5h}");
    assertThat(plain(tree).values())
        .allMatch(String.class::isInstance)
        .contains("yes", "2026-11-23", "12:30", "1_000");
  }

  @Test
  void numbersTruthsAndNothingAreWhatTheCoreSchemaSays() {
    var tree =
        parse("{a: 1, b: -2.5, c: 1e3, d: 0x1F, e: 0o17, f: true, g: FALSE, h: ~, i: null, j: }");
    assertThat(plain(tree).values())
        .containsExactly(1d, -2.5, 1000d, 31d, 15d, true, false, null, null, null);
  }

  @Test
  void jsonIsReadAsItIsWrittenElsewhere() {
    var tree =
        parse("{\n\t\"a\":1,\r\n\t\"b\":{\"c\":\"\\ud83d\\ude00 \\/ \\u00e9\\n\"},\"d\":[]\n}");
    assertThat(plain(tree))
        .isEqualTo(Map.of("a", 1d, "b", Map.of("c", "😀 / é\n"), "d", List.of()));
  }

  @Test
  void keysAreTakenAsTheyAreWritten() {
    assertThat(plain(parse("{1: a, true: b, 1.50: c, \"x y\": d}")).keySet())
        .containsExactly("1", "true", "1.50", "x y");
  }

  @Test
  void whatTheFormatDoesNotHaveIsToldAllAtOnce() {
    var problems =
        TreeParser.parse(
                """
                a: &anchor x
                b: *anchor
                c: !!str 5
                a: again
                d:
                  <<: {x: y}
                e: 12345678901234567890
                f: .inf
                """)
            .problems();
    assertThat(problems)
        .extracting(
            problem ->
                problem.code() + " " + problem.place().line() + ":" + problem.place().column())
        .containsExactly(
            "SYNTAX 1:4",
            "SYNTAX 2:4",
            "SYNTAX 3:4",
            "NAME_TAKEN 4:1",
            "SYNTAX 6:3",
            "SYNTAX 7:4",
            "SYNTAX 8:4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {b: c",
        "a: \"open",
        "a: b: c",
        "- a\nb: c",
        "? [1, 2]\n: 3",
        "text: {{ order }}",
        "a: b\n---\nc: d",
        "a: \u0001",
        "\tb: c",
        "a: @x",
      })
  void whatIsNoYamlIsOneProblemWithAPlace(String source) {
    var parsed = TreeParser.parse(source);
    assertThat(parsed.tree()).isEmpty();
    assertThat(parsed.problems()).singleElement().satisfies(TreeParserTest::isSyntax);
  }

  private static void isSyntax(Problem problem) {
    assertThat(problem.code()).isEqualTo(Code.SYNTAX);
    assertThat(problem.place().line()).isPositive();
    assertThat(problem.text()).doesNotContain("\n").doesNotContain("null");
  }

  @Test
  void limitsAreToldInsteadOfTried() {
    assertThat(codes("[".repeat(100_000))).containsExactly(Code.LIMIT);
    assertThat(codes("[" + "1,".repeat(60_000) + "1]")).containsExactly(Code.LIMIT);
    assertThat(codes("a: " + "x".repeat(2_000_000))).containsExactly(Code.LIMIT);
    assertThat(codes("x".repeat(300) + ": 1")).containsExactly(Code.LIMIT);
    assertThat(codes("[".repeat(64) + "]".repeat(64))).isEmpty();
  }

  private static List<Code> codes(String source) {
    return TreeParser.parse(source).problems().stream().map(Problem::code).toList();
  }

  private static Tree parse(String source) {
    var parsed = TreeParser.parse(source);
    assertThat(parsed.problems()).isEmpty();
    return parsed.tree().orElseThrow();
  }

  private static Map<String, Object> plain(Tree tree) {
    var plain = new LinkedHashMap<String, Object>();
    if (tree.plain() instanceof Map<?, ?> map) {
      map.forEach((key, value) -> plain.put(key.toString(), value));
    }
    return plain;
  }

  private static Place place(Tree tree, String... path) {
    return Arrays.stream(path)
        .reduce(
            tree,
            (at, key) ->
                switch (at) {
                  case Tree.Branch(var fields, _) -> fields.get(key);
                  case Tree.Twigs(var items, _) -> items.get(Integer.parseInt(key));
                  case Tree.Leaf leaf -> leaf;
                },
            (_, last) -> last)
        .place();
  }
}
