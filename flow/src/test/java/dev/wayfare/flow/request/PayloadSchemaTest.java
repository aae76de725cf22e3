package dev.wayfare.flow.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Refusals in words, and the same verdicts as a validator that knows all of JSON Schema.
class PayloadSchemaTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void allThatIsWrongIsToldWithItsPlace() {
    var schema =
        good(
            """
            {"type": "object", "required": ["phone", "day"], "additionalProperties": false,
             "properties": {
               "phone": {"type": "string", "format": "phone"},
               "day": {"type": "string", "format": "date"},
               "count": {"type": "integer", "minimum": 1, "maximum": 9},
               "size": {"enum": ["small", "large"]},
               "name": {"type": "string", "maxLength": 3, "pattern": "^[A-Z]"},
               "lines": {"type": "array", "minItems": 1, "uniqueItems": true,
                         "items": {"type": "object", "required": ["sku"]}}}}""");
    assertThat(
            told(
                schema,
                """
                {"phone": "123", "count": 1.5, "size": "huge", "name": "long", "a/b": 1,
                 "lines": [{"sku": 1}, {}, {}]}"""))
        .containsExactlyInAnyOrder(
            "/day This field is missing.",
            "/phone Expected a phone number like +15550100123.",
            "/count Expected a whole number, found a number.",
            "/size Expected one of small, large.",
            "/name Expected at most 3 characters.",
            "/name Expected a text of the form ^[A-Z].",
            "/lines Two items of this list are the same.",
            "/lines/1/sku This field is missing.",
            "/lines/2/sku This field is missing.",
            "/a~1b There is no such field.");
    assertThat(told(schema, "[]")).containsExactly(" Expected an object, found a list.");
    assertThat(told(schema, "null")).containsExactly(" Expected an object, found nothing.");
    assertThat(told(schema, "{\"phone\": \"+15550100123\", \"day\": \"2026-02-29\"}"))
        .containsExactly("/day Expected a date like 2026-11-23.");
  }

  @Test
  void aSchemaThatIsNoneIsRefusedWhereItIsWrong() {
    assertThat(problems("{\"type\": \"money\"}")).containsExactly("/type This is no type.");
    assertThat(problems("{\"$ref\": \"#/x\"}"))
        .containsExactly("/$ref A payload's schema has no word `$ref`.");
    assertThat(problems("{\"properties\": {\"a\": {\"pattern\": \"(?=x)\"}}}"))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it).startsWith("/properties/a/pattern The pattern cannot"));
    assertThat(problems("{\"minLength\": -1, \"multipleOf\": 0, \"format\": \"iban\"}")).hasSize(3);
    assertThat(problems("[]")).hasSize(1);
  }

  @Test
  void noMoreThanTwentyMismatchesAreTold() {
    var schema = good("{\"items\": {\"type\": \"string\"}}");
    assertThat(schema.judge(new ArrayList<Object>(java.util.Collections.nCopies(500, 1d))))
        .hasSize(20);
  }

  /// Against the validator of the JSON Schema project's own list, over random schemas and values.
  @Test
  void itJudgesAsAFullValidatorDoes() {
    var random = new Random(20261123);
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var refused = 0;
    for (var round = 0; round < 1_500; round++) {
      var schema = schema(random, 3);
      var written = JSON.writeValueAsString(schema);
      var ours = good(written);
      var theirs = registry.getSchema(written);
      for (var each = 0; each < 4; each++) {
        var value = value(random, 3);
        var text = JSON.writeValueAsString(value);
        var verdict = theirs.validate(text, InputFormat.JSON).isEmpty();
        assertThat(ours.judge(value).isEmpty()).as("%s by %s", text, written).isEqualTo(verdict);
        refused += verdict ? 0 : 1;
      }
    }
    assertThat(refused).isBetween(1_000, 5_500);
  }

  private static Map<String, Object> schema(Random random, int depth) {
    var schema = new LinkedHashMap<String, Object>();
    for (var words = 1 + random.nextInt(3); words > 0; words--) {
      word(random, depth, schema);
    }
    return schema;
  }

  private static void word(Random random, int depth, Map<String, Object> schema) {
    switch (random.nextInt(depth > 0 ? 19 : 12)) {
      case 0, 1 ->
          schema.put("type", pick(random, "object", "array", "string", "number", "integer"));
      case 2 -> schema.put("type", List.of("null", pick(random, "boolean", "string", "object")));
      case 3 -> schema.put("enum", Arrays.asList(value(random, 1), value(random, 0), null));
      case 4 -> schema.put("const", constant(random));
      case 5 -> schema.put(pick(random, "minLength", "maxLength"), random.nextInt(4));
      case 6 -> schema.put(pick(random, "minItems", "maxItems"), random.nextInt(3));
      case 7 -> schema.put(pick(random, "minProperties", "maxProperties"), random.nextInt(3));
      case 8 -> schema.put(pick(random, "minimum", "exclusiveMaximum"), random.nextInt(5) - 1);
      case 9 -> schema.put(pick(random, "maximum", "exclusiveMinimum"), random.nextInt(5) - 1);
      case 10 -> schema.put("pattern", pick(random, "a", "^b", "[a-b]+$", "^.?$"));
      case 11 -> schema.put("multipleOf", pick(random, "a", "b").equals("a") ? 2 : 0.5);
      case 12, 13 ->
          schema.put(
              "properties", Map.of("a", schema(random, depth - 1), "b", schema(random, depth - 1)));
      case 14 -> schema.put("required", List.of(pick(random, "a", "b")));
      case 15 ->
          schema.put(
              "additionalProperties",
              random.nextBoolean() ? random.nextBoolean() : schema(random, depth - 1));
      case 16 -> schema.put("items", schema(random, depth - 1));
      case 17 -> schema.put("uniqueItems", true);
      default ->
          schema.put(
              pick(random, "allOf", "anyOf", "oneOf"),
              List.of(schema(random, depth - 1), schema(random, depth - 1)));
    }
    if (depth > 0 && random.nextInt(12) == 0) {
      schema.put("not", schema(random, depth - 1));
    }
  }

  private static Object constant(Random random) {
    return random.nextBoolean() ? pick(random, "a", "ab") : (Object) (double) random.nextInt(3);
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> (double) random.nextInt(4);
      case 3 -> random.nextInt(8) / 4d;
      case 4, 5 -> pick(random, "", "a", "b", "ab", "bab", "😀");
      case 6 -> {
        var list = new ArrayList<@Nullable Object>();
        for (var size = random.nextInt(4); size > 0; size--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var size = random.nextInt(4); size > 0; size--) {
          map.put(pick(random, "a", "b", "c"), value(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private static PayloadSchema good(String schema) {
    return PayloadSchema.read(
        tree(JSON.readValue(schema, Object.class), ""),
        (place, text, _) -> {
          throw new AssertionError(place + " " + text);
        });
  }

  private static List<String> problems(String schema) {
    var told = new ArrayList<String>();
    PayloadSchema.read(
        tree(JSON.readValue(schema, Object.class), ""),
        (place, text, wayOut) -> {
          assertThat(wayOut).endsWith(".");
          told.add(place.path() + " " + text);
        });
    return told;
  }

  private static List<String> told(PayloadSchema schema, String json) {
    return schema.judge(plain(JSON.readValue(json, Object.class))).stream()
        .map(it -> it.pointer() + " " + it.message())
        .toList();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return PayloadSchema.plain(tree(value, ""));
  }

  private static Tree tree(@Nullable Object value, String path) {
    var place = new Place(path, 1, 1);
    return switch (value) {
      case null -> new Tree.Leaf(null, place);
      case Number number -> new Tree.Leaf(number.doubleValue(), place);
      case List<?> list -> {
        var items = new ArrayList<Tree>();
        list.forEach(item -> items.add(tree(item, path + "/" + items.size())));
        yield new Tree.Twigs(items, place);
      }
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Tree>();
        map.forEach((name, field) -> fields.put(name.toString(), tree(field, path + "/" + name)));
        yield new Tree.Branch(fields, place);
      }
      default -> new Tree.Leaf(value, place);
    };
  }
}
