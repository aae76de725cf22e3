package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.step.StepType;
import dev.wayfare.flow.step.StepTypes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemaTest {
  private static final Set<Code> SEEN_BY_A_SCHEMA =
      Set.of(
          Code.FIELD_MISSING,
          Code.FIELD_UNKNOWN,
          Code.FIELD_WRONG,
          Code.STEP_TYPE_UNKNOWN,
          Code.CONTROL_TYPE_UNKNOWN);

  private final YamlDocuments documents = new YamlDocuments(new CelLanguage(), StepTypes.ALL);
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Schema schema = registry.getSchema(documents.schema());

  @Test
  void theSchemaItselfIsValid() {
    var draft =
        registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(draft.validate(documents.schema(), InputFormat.JSON)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfEveryStepTypeFitsItsOwnSchema() {
    return StepTypes.ALL.stream()
        .map(type -> DynamicTest.dynamicTest(type.word(), () -> fits(type)));
  }

  private void fits(StepType type) {
    var source = whole(type);
    assertThat(documents.read(source).problems()).isEmpty();
    assertThat(refusals(source)).isEmpty();
    assertThat(type.example()).contains("type: " + type.word());
  }

  private static String whole(StepType type) {
    return "wayfare: 1\nname: example\nflows:\n  example:\n" + type.example().indent(4);
  }

  @Test
  void aWholeAppFits() {
    assertThat(refusals(Examples.PARCEL_DESK)).isEmpty();
  }

  @Test
  void whatAReadingRefusesTheSchemaRefusesToo() {
    for (var wrong : wrongs()) {
      var problems = documents.read(wrong).problems();
      assertThat(problems).as(wrong).anyMatch(problem -> SEEN_BY_A_SCHEMA.contains(problem.code()));
      assertThat(refusals(wrong)).as(wrong).isNotEmpty();
    }
  }

  @Test
  void everyFieldTakenOutOrMadeAListOrRenamedIsJudgedAlikeByBoth() {
    var judged = 0;
    for (var type : StepTypes.ALL) {
      for (var mutant : Mutants.of(documents.tree(whole(type)).orElseThrow())) {
        var json = documents.json(mutant);
        var refused =
            documents.read(json).problems().stream()
                .anyMatch(problem -> SEEN_BY_A_SCHEMA.contains(problem.code()));
        if (refused) {
          judged++;
          assertThat(schema.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
        }
      }
    }
    assertThat(judged).isGreaterThan(200);
  }

  private static List<String> wrongs() {
    var step = "{wayfare: 1, name: a, flows: {f: {channel: text, start: s, steps: {s: {%s}}}}}";
    return List.of(
        "{wayfare: 1}",
        "{wayfare: 1, name: A}",
        "{wayfare: 1, name: a, titel: b}",
        "{wayfare: 1, name: a, variables: {v: dat}}",
        "{wayfare: 1, name: a, variables: [v]}",
        "{wayfare: 1, name: a, triggers: {t: {type: fax, flow: f}}}",
        "{wayfare: 1, name: a, theme: {action: red}}",
        "{wayfare: 1, name: a, theme: {radius: 25}}",
        "{wayfare: 1, name: a, theme: {radius: 1.5}}",
        "{wayfare: 1, name: a, note: 1}",
        "{wayfare: 1, name: a, flows: {f: {start: s}}}",
        step.formatted("type: sya, text: a"),
        step.formatted("text: a"),
        step.formatted("type: say"),
        step.formatted("type: say, text: 1"),
        step.formatted("type: say, text: a, nxt: s"),
        step.formatted("type: say, text: a, note: [a]"),
        step.formatted("type: ask, text: a, into: b, expect: nothing"),
        step.formatted("type: ask, text: a, into: b, tries: 0"),
        step.formatted("type: ask, text: a, into: b, patience: soon"),
        step.formatted("type: menu, text: a, options: {a: {match: [1]}}"),
        step.formatted("type: set, values: {a: [1]}"));
  }

  private List<?> refusals(String source) {
    return schema.validate(documents.json(documents.tree(source).orElseThrow()), InputFormat.JSON);
  }
}
