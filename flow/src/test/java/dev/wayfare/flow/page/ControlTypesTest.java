package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ControlTypesTest {

  @TestFactory
  Stream<DynamicTest> theExampleOfEveryTypeReadsAndIsShown() {
    return ControlTypes.ALL.stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.word(),
                    () -> {
                      var order = "- {type: text_field, id: order, label: \"Order\"}\n";
                      var visitor =
                          Visitor.asked(
                              type.equals(TextField.TYPE)
                                  ? Visitor.item(type.example())
                                  : order + Visitor.item(type.example()));
                      assertThat(visitor.all().map(ControlView::type)).contains(type.word());
                      assertThat(type.doc()).endsWith(".").hasSizeGreaterThan(10);
                    }));
  }

  @Test
  void noTwoTypesShareAWord() {
    assertThat(ControlTypes.ALL.stream().map(ControlType::word)).doesNotHaveDuplicates();
    assertThat(ControlTypes.ALL.stream().map(ControlType::word))
        .containsExactlyInAnyOrder(
            ("heading text image link divider progress container list form text_field long_text"
                    + " number money date time email phone address choice choices checkbox consent"
                    + " file signature rating button")
                .split(" "));
  }

  @Test
  void twoControlsOfOnePageCannotHaveOneId() {
    assertThat(
            codes(
                """
                - {type: text_field, id: name, label: "Name"}
                - type: container
                  controls:
                    - {type: text_field, id: name, label: "Name again"}
                """))
        .containsExactly(Problem.Code.NAME_TAKEN);
  }

  @Test
  void theItemsOfAListHaveNamesOfTheirOwnButEachOnce() {
    assertThat(
            codes(
                """
                - {type: text_field, id: name, label: "Name"}
                - type: list
                  id: people
                  label: "People"
                  controls:
                    - {type: text_field, id: name, label: "Name"}
                    - {type: text_field, id: name, label: "Name again"}
                """))
        .containsExactly(Problem.Code.NAME_TAKEN);
  }

  @Test
  void wrongWordsAreProblemsWithAPlace() {
    assertThat(codes("- {type: slider, id: x, label: \"X\"}"))
        .containsExactly(Problem.Code.CONTROL_TYPE_UNKNOWN);
    assertThat(codes("- {type: text, id: \"1x\", text: \"X\"}"))
        .containsExactly(Problem.Code.NAME_WRONG);
    assertThat(codes("- {type: money, id: x, label: \"X\", currency: euro}"))
        .containsExactly(Problem.Code.FIELD_WRONG);
    assertThat(codes("- {type: phone, id: x, label: \"X\", region: Germany}"))
        .containsExactly(Problem.Code.FIELD_WRONG);
    assertThat(codes("- {type: date, id: x, label: \"X\", weekdays: [monday]}"))
        .containsExactly(Problem.Code.FIELD_WRONG);
    assertThat(codes("- {type: address, id: x, label: \"X\", countries: [Germany]}"))
        .containsExactly(Problem.Code.FIELD_WRONG);
    assertThat(codes("- {type: choice, id: x, label: \"X\"}"))
        .containsExactly(Problem.Code.FIELD_MISSING);
  }

  @Test
  void aListThatShowsAsksNothing() {
    assertThat(
            codes(
                """
                - type: list
                  in: "[1, 2]"
                  controls:
                    - {type: text_field, id: name, label: "Name"}
                """))
        .containsExactly(Problem.Code.CONTROL_TYPE_UNKNOWN);
  }

  private static Stream<Problem.Code> codes(String controls) {
    return Visitor.read(Visitor.page(controls)).problems().stream().map(Problem::code);
  }
}
