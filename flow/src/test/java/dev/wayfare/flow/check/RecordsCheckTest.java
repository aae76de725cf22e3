package dev.wayfare.flow.check;

import static dev.wayfare.flow.check.Checked.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What steps ask of records, against what the app declares.
class RecordsCheckTest {
  private static final String TYPES =
      """
      records:
        booking:
          fields:
            day: {type: date, required: true}
            time: {type: time, required: true}
            state: {type: text, required: true, default: open}
            people: number
            seen: moment
            tags: list
          unique:
            - {fields: [day, time]}
          indexes:
            - {fields: [day]}
      """;

  private static List<Problem> with(String types, String step) {
    return Checked.problems(
        Checked.CLEAN
            + """
              other:
                channel: text
                start: work
                steps:
                  work: {type: records, %s}
            """
                .indent(0)
                .formatted(step)
            + types);
  }

  private static List<String> errors(String step) {
    return told(with(TYPES, step)).stream().filter(it -> it.startsWith("ERROR")).toList();
  }

  @Test
  void whatFitsIsFine() {
    assertThat(
            errors(
                "do: insert, record: booking, values: {day: \"'2026-12-01'\", time: order, people: \"2\"}"))
        .isEmpty();
    assertThat(
            errors(
                "do: query, record: booking, first: true, order: [-created, day],"
                    + " where: [{field: people, compare: more, to: \"1\"},"
                    + " {field: id, to: order}, {field: seen, compare: is_set},"
                    + " {field: day, compare: in, to: \"['2026-12-01']\"},"
                    + " {field: tags, compare: contains, to: \"'a'\"}]"))
        .isEmpty();
    assertThat(
            errors(
                "do: upsert, record: booking, by: [time, day], values: {day: order, time: order}"))
        .isEmpty();
  }

  @Test
  void recordsAreDeclared() {
    assertThat(with(TYPES, "do: delete, record: bookings"))
        .filteredOn(it -> it.code() == Problem.Code.RECORD_UNKNOWN)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.place().path()).isEqualTo("flows/other/steps/work/record");
              assertThat(it.wayOut()).isEqualTo("Did you mean `booking`?");
            });
  }

  @Test
  void fieldsAreDeclaredAndFit() {
    assertThat(errors("do: insert, record: booking, values: {day: \"1\", tim: order, id: order}"))
        .containsExactlyInAnyOrder(
            "ERROR RECORD_FIELD_WRONG flows/other/steps/work/values/day:19 The field `day` is of"
                + " type date; this is something else.",
            "ERROR RECORD_FIELD_UNKNOWN flows/other/steps/work/values/tim:19 `booking` has no field"
                + " `tim`.",
            "ERROR RECORD_FIELD_WRONG flows/other/steps/work/values/id:19 Every record has `id` by"
                + " itself; no step sets it.",
            "ERROR RECORD_FIELD_MISSING flows/other/steps/work/values:19 The field `time` of"
                + " `booking` is required, and it is not given.");
  }

  @Test
  void anUpsertGoesByAUniqueRule() {
    assertThat(errors("do: upsert, record: booking, by: [day], values: {day: order, time: order}"))
        .containsExactly(
            "ERROR RECORD_RULE_MISSING flows/other/steps/work/by:19 No unique rule of `booking` has"
                + " just the fields `day`.");
  }

  @Test
  void conditionsAndOrderFitTheirFields() {
    assertThat(
            errors(
                "do: query, record: booking, order: [-tags, dya],"
                    + " where: [{field: people, compare: starts_with, to: \"'a'\"},"
                    + " {field: people, to: \"'a'\"}, {field: day, compare: less},"
                    + " {field: day, compare: in, to: order}]"))
        .extracting(it -> it.split(" ")[1])
        .containsExactlyInAnyOrder(
            "RECORD_FIELD_WRONG",
            "RECORD_FIELD_WRONG",
            "FIELD_MISSING",
            "RECORD_FIELD_WRONG",
            "RECORD_FIELD_WRONG",
            "RECORD_FIELD_UNKNOWN");
  }

  @Test
  void typesAreWithinTheLimits() {
    var many = new StringBuilder("records:\n  big:\n    fields:\n");
    for (var i = 0; i < 101; i++) {
      many.append("      f").append(i).append(": text\n");
    }
    many.append("      id: text\n      s: secret\n      l: list\n    unique:\n");
    many.append("      - {fields: [f1]}\n      - {fields: [f1]}\n      - {fields: [nope, l]}\n");
    assertThat(told(with(many.toString(), "do: delete, record: big")))
        .filteredOn(it -> it.contains("records/big"))
        .extracting(it -> it.split(" ")[1])
        .containsExactlyInAnyOrder(
            "LIMIT",
            "NAME_TAKEN",
            "RECORD_FIELD_WRONG",
            "NAME_TAKEN",
            "RECORD_FIELD_UNKNOWN",
            "RECORD_FIELD_WRONG");
  }
}
