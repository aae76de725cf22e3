package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Reference.Kind;
import dev.wayfare.flow.Slot;
import dev.wayfare.flow.Theme;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.step.StepTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private final YamlDocuments documents = new YamlDocuments(new TinyLanguage(), StepTypes.ALL);

  @Test
  void theExampleOfTheFormatReadsWithoutAProblem() {
    var app = clean(Examples.PARCEL_DESK);
    assertThat(app.name()).isEqualTo("parcel-desk");
    assertThat(app.title()).isEqualTo("Parcel desk");
    assertThat(app.variables()).containsOnlyKeys("order", "day");
    assertThat(app.profileValues().get("orders_url").required()).isTrue();
    assertThat(app.triggers().get("texted"))
        .isEqualTo(new Trigger.Texted("texted", "helper", Trigger.OpenJourney.CONTINUE, ""));
    assertThat(app.flows().get("helper").steps().keySet())
        .containsExactly("which", "find", "offer", "link", "thanks", "sorry", "done");
    assertThat(app.flows().get("find_order").channel()).isEqualTo(Channel.NONE);
    assertThat(app.slots()).containsExactly(new Slot("text", Slot.Kind.TEXT));
    assertThat(app.theme()).isEqualTo(Theme.PLAIN);
  }

  @Test
  void theCanonicalFormOfAnAppReadsAsTheSameApp() {
    var app = clean(Examples.PARCEL_DESK);
    var again = clean(documents.yaml(app.document()));
    assertThat(again.variables()).isEqualTo(app.variables());
    assertThat(again.references())
        .extracting(reference -> reference.kind() + reference.target())
        .containsExactlyElementsOf(
            app.references().stream()
                .map(reference -> reference.kind() + reference.target())
                .toList());
  }

  @Test
  void everyNameThatPointsElsewhereIsKept() {
    var app = clean(Examples.PARCEL_DESK);
    assertThat(app.references())
        .filteredOn(reference -> reference.flow().equals("helper"))
        .extracting(
            reference -> reference.step() + " " + reference.kind() + " " + reference.target())
        .containsExactly(
            " EXIT which",
            "which SETS order",
            "which READS order",
            "which EXIT find",
            "find RUN find_order",
            "find READS order",
            "find SETS found",
            "find EXIT offer",
            "find EXIT sorry",
            "offer READS found",
            "offer READS order",
            "offer EXIT link",
            "offer EXIT thanks",
            "link FLOW_STEP booking/choose",
            "link EXIT done",
            "thanks READS found",
            "thanks EXIT done",
            "sorry EXIT which");
    assertThat(app.references())
        .anyMatch(found -> found.kind() == Kind.FLOW && found.target().equals("helper"));
  }

  @Test
  void whatAStepSetsAndNobodyDeclaredIsAVariableOfItsFlow() {
    var app =
        clean(
            flow(
                """
                asks: {type: ask, text: "When?", expect: date, into: day, next: round}
                round: {type: each, in: "[1]", as: item, do: again, next: asks}
                again: {type: ask, text: "{{ day }}, {{ item }}?", expect: number, into: known, next: twice}
                twice: {type: ask, text: "Or?", into: item, next: round}
                """));
    var flow = app.flows().get("main");
    assertThat(flow.variables().keySet()).containsExactlyInAnyOrder("day", "item", "own", "input");
    assertThat(flow.variables().get("day").type()).isEqualTo(Type.DATE);
    assertThat(flow.variables().get("item").type()).isEqualTo(Type.ANY);
    assertThat(flow.inputs().keySet()).containsExactly("input");
  }

  @Test
  void everyProblemIsToldAtOnceAtItsPlace() {
    assertThat(told(Wrong.DOCUMENT)).containsExactlyElementsOf(Wrong.PROBLEMS);
  }

  @Test
  void aWrongFieldNeverHidesTheRest() {
    var reading = documents.read(Wrong.DOCUMENT);
    assertThat(reading.app()).isPresent();
    assertThat(reading.app().orElseThrow().flows().get("helper").steps()).containsKey("fine");
  }

  @Test
  void anUnknownFieldNamesTheNearest() {
    var problem = only("wayfare: 1\nname: a\ntitel: A\n");
    assertThat(problem.text()).isEqualTo("There is no field `titel` here.");
    assertThat(problem.wayOut()).isEqualTo("Did you mean `title`?");
  }

  @Test
  void anotherFormatIsOneProblemWithTheWayOut() {
    assertThat(only("wayfare: 2\nname: {}\n").wayOut()).contains("`wayfare: 1`");
    assertThat(documents.read("wayfare: 2\n").app()).isEmpty();
    assertThat(only("name: a\n").wayOut()).contains("`wayfare: 1`");
    assertThat(documents.read("").problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.FORMAT_UNKNOWN);
    assertThat(documents.read("[]").problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.FORMAT_UNKNOWN);
  }

  @Test
  void aThemeIsCheckedFieldByField() {
    var good =
        "theme: {brand: Acme, action: '#102030', font: serif, radius: 0, language: pt-BR, logo: 'data:image/png;base64,AAAA'}\n";
    var theme = clean("wayfare: 1\nname: a\n" + good).theme();
    assertThat(theme.action()).isEqualTo("#102030");
    assertThat(theme.paper()).isEqualTo("#ffffff");
    assertThat(theme.font()).isEqualTo(Theme.Font.SERIF);
    assertThat(theme.logo()).contains("data:image/png;base64,AAAA");
    var bad =
        "theme: {action: red, ink: '#12345', font: comic, radius: 25, language: English, logo: 'https://x/y.png'}\n";
    assertThat(told("wayfare: 1\nname: a\n" + bad))
        .extracting(line -> line.substring(0, line.indexOf(' ', 12)))
        .containsOnly(
            "FIELD_WRONG theme/action",
            "FIELD_WRONG theme/ink",
            "FIELD_WRONG theme/font",
            "FIELD_WRONG theme/radius",
            "FIELD_WRONG theme/language",
            "FIELD_WRONG theme/logo");
  }

  @Test
  void defaultsAreValuesOfTheirType() {
    var app =
        clean(
            """
            wayfare: 1
            name: a
            variables:
              b: {type: number, default: 2}
              c: {type: date, default: 2026-11-23}
              d: {type: moment, default: "2026-11-23T09:30:00Z"}
              e: {type: list, default: [1, x]}
              f: text
            """);
    assertThat(app.variables().get("b").first()).isEqualTo(2d);
    assertThat(app.variables().get("d").first())
        .isEqualTo(java.time.Instant.parse("2026-11-23T09:30:00Z"));
    assertThat(app.variables().get("e").first()).isEqualTo(List.of(1d, "x"));
    assertThat(app.variables().get("f").first()).isEqualTo("");
    assertThat(
            told(
                "{wayfare: 1, name: a, variables: {b: {type: number, default: x}, c: {type: date, default: 2026-02-30}, d: {type: secret, default: x}, e: {type: phone, default: '0123'}}}"))
        .hasSize(4)
        .allMatch(line -> line.startsWith("FIELD_WRONG variables/"));
  }

  @Test
  void limitsOfTheProductAreTold() {
    var flows = new StringBuilder("wayfare: 1\nname: a\nflows:\n");
    for (var i = 0; i <= 200; i++) {
      flows.append("  f").append(i).append(": {start: x, steps: {x: {type: end}}}\n");
    }
    assertThat(only(flows.toString()).code()).isEqualTo(Problem.Code.LIMIT);
    var steps = new StringBuilder("wayfare: 1\nname: a\nflows:\n  f:\n    start: x0\n    steps:\n");
    for (var i = 0; i <= 2_000; i++) {
      steps.append("      x").append(i).append(": {type: end}\n");
    }
    assertThat(only(steps.toString()).code()).isEqualTo(Problem.Code.LIMIT);
  }

  private static String flow(String steps) {
    return """
    wayfare: 1
    name: a
    variables: {known: number}
    flows:
      main:
        channel: text
        start: asks
        inputs: {input: text}
        variables: {own: text}
        steps:
    """
        + steps.indent(8);
  }

  private App clean(String source) {
    var reading = documents.read(source);
    assertThat(reading.problems()).isEmpty();
    return reading.app().orElseThrow();
  }

  private Problem only(String source) {
    var problems = documents.read(source).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private List<String> told(String source) {
    return documents.read(source).problems().stream()
        .map(
            problem ->
                problem.code()
                    + " "
                    + problem.place().path()
                    + " "
                    + problem.place().line()
                    + ":"
                    + problem.place().column())
        .toList();
  }
}
