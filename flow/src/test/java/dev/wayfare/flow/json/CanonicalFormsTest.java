package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.step.StepTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CanonicalFormsTest {
  private final YamlDocuments documents = new YamlDocuments(new TinyLanguage(), StepTypes.ALL);

  @Test
  void theSameContentGivesTheSameBytesHoweverItWasWritten() {
    var yaml = documents.yaml(tree(Examples.MIXED_UP));
    assertThat(yaml).isEqualTo(Examples.CANONICAL);
    assertThat(documents.yaml(tree(yaml))).isEqualTo(yaml);
    assertThat(documents.yaml(tree(documents.json(tree(Examples.MIXED_UP))))).isEqualTo(yaml);
  }

  @Test
  void jsonIsIndentedByTwoAndEndsWithALine() {
    assertThat(documents.json(tree("{name: a, wayfare: 1, x: [1.50, [], {}, null]}")))
        .isEqualTo(
            """
            {
              "wayfare": 1,
              "name": "a",
              "x": [
                1.5,
                [],
                {},
                null
              ]
            }
            """);
  }

  @Test
  void everyHardTextComesBackFromBothForms() {
    var random = new Random(1);
    for (var i = 0; i < 300; i++) {
      var text = RandomTrees.text(random);
      roundTrip(
          Map.of("flows", Map.of("a", List.of(text, Map.of(text, text), List.of(text)))), text);
    }
  }

  @Test
  void randomDocumentsComeBackFromBothForms() {
    var seed = 20261123L;
    var random = new Random(seed);
    for (var i = 0; i < 500; i++) {
      roundTrip(RandomTrees.document(random), "seed " + seed + ", document " + i);
    }
  }

  @Test
  void longTextsAndBigDocumentsComeBack() {
    var steps = new LinkedHashMap<String, Object>();
    for (var i = 0; i < 2_000; i++) {
      steps.put(
          "step" + i, Map.of("type", "say", "text", "line\n".repeat(i % 7) + "x".repeat(i % 300)));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("wayfare", 1d);
    document.put("name", "big");
    document.put("flows", Map.of("long", Map.of("steps", steps)));
    roundTrip(document, "big");
  }

  private void roundTrip(Map<String, ?> value, String about) {
    var tree = (Tree.Branch) grow(value);
    var json = documents.json(tree);
    var yaml = documents.yaml(tree);
    assertThat(tree(json).plain()).as(about).isEqualTo(tree(yaml).plain());
    assertThat(documents.json(tree(json))).as(about).isEqualTo(json);
    assertThat(documents.yaml(tree(yaml))).as(about).isEqualTo(yaml);
    assertThat(documents.json(tree(yaml))).as(about).isEqualTo(json);
    assertThat(documents.yaml(tree(json))).as(about).isEqualTo(yaml);
    assertThat(documents.hash(tree(json))).as(about).isEqualTo(documents.hash(tree));
    assertThat(JsonText.compact(sorted(tree(yaml).plain())))
        .as(about)
        .isEqualTo(JsonText.compact(sorted(value)));
  }

  @Test
  void aParserOfOlderYamlReadsTheSame() {
    var random = new Random(7);
    var older = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (var i = 0; i < 500; i++) {
      var text = RandomTrees.text(random);
      if (!Characters.allPlain(text.replace("\n", ""))) {
        continue;
      }
      var yaml =
          documents.yaml((Tree.Branch) grow(Map.of("a", text, "list", List.of(List.of(text)))));
      Map<String, Object> read = older.load(yaml);
      assertThat(read)
          .as(yaml)
          .containsEntry("a", text)
          .containsEntry("list", List.of(List.of(text)));
    }
  }

  @Test
  void theHashSeesContentAndNothingElse() {
    var hash = documents.hash(tree(Examples.CANONICAL));
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(documents.hash(tree(Examples.MIXED_UP))).isEqualTo(hash);
    assertThat(documents.hash(tree(documents.json(tree(Examples.CANONICAL))))).isEqualTo(hash);
    assertThat(documents.hash(tree(Examples.CANONICAL + "canvas: {x: 1}\n"))).isEqualTo(hash);
    assertThat(hashWith("note: Asked again when it is not found.", "note: other")).isEqualTo(hash);
    assertThat(hashWith("Which order?", "Which parcel?")).isNotEqualTo(hash);
    assertThat(hashWith("{match: [\"yes\", \"y\"]", "{match: [\"y\", \"yes\"]")).isNotEqualTo(hash);
    assertThat(hashWith("next: thanks}\n          no_thanks", "next: which}\n          no_thanks"))
        .isNotEqualTo(hash);
  }

  @Test
  void theOrderOfStepsSaysNothingAndTheOrderOfOptionsDoes() {
    var one = "{flows: {a: {start: x, steps: {x: {type: say, text: X}, y: {type: end}}}}}";
    var two = "{flows: {a: {steps: {y: {type: end}, x: {text: X, type: say}}, start: x}}}";
    assertThat(documents.hash(tree(two))).isEqualTo(documents.hash(tree(one)));
    var menu = "{flows: {a: {steps: {m: {type: menu, text: M, options: {%s}}}}}}";
    assertThat(documents.hash(tree(menu.formatted("b: {next: x}, c: {next: y}"))))
        .isNotEqualTo(documents.hash(tree(menu.formatted("c: {next: y}, b: {next: x}"))));
  }

  @Test
  void aNameThatIsNoteIsNoNote() {
    var one = "{flows: {note: {start: x, steps: {note: {type: end, note: a}}}}}";
    assertThat(documents.hash(tree(one.replace("note: a", "note: b"))))
        .isEqualTo(documents.hash(tree(one)));
    assertThat(documents.hash(tree(one.replace("{note: {start", "{notes: {start"))))
        .isNotEqualTo(documents.hash(tree(one)));
  }

  private String hashWith(String from, String to) {
    var changed = Examples.CANONICAL.replace(from, to);
    assertThat(changed).isNotEqualTo(Examples.CANONICAL);
    return documents.hash(tree(changed));
  }

  private Tree.Branch tree(String source) {
    return documents.tree(source).orElseThrow(() -> new AssertionError("unreadable:\n" + source));
  }

  private static Tree grow(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Tree>();
        map.forEach((key, inner) -> fields.put(key.toString(), grow(inner)));
        yield new Tree.Branch(fields, Place.ROOT);
      }
      case List<?> list ->
          new Tree.Twigs(list.stream().map(CanonicalFormsTest::grow).toList(), Place.ROOT);
      default -> new Tree.Leaf(value, Place.ROOT);
    };
  }

  private static Object sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var sorted = new java.util.TreeMap<String, Object>();
        map.forEach((key, inner) -> sorted.put(key.toString(), sorted(inner)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(CanonicalFormsTest::sorted).toList();
      default -> value;
    };
  }
}
