package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.step.StepTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused of a trigger of programs, and where.
class ApiTriggersTest {

  private static String app(String triggers) {
    return """
        wayfare: 1
        name: a
        triggers: {%s}
        flows:
          data: {inputs: {n: {type: number, required: true}}, start: s, steps: {s: {type: stop, result: {n: n}}}}
          page: {channel: web, start: p, steps: {p: {type: page, title: P}}}
        """
        .formatted(triggers);
  }

  private static String told(String triggers) {
    var read = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(app(triggers));
    return String.join(
        "\n",
        read.problems().stream()
            .map(it -> it.code() + " " + it.place().path() + ": " + it.text())
            .toList());
  }

  @Test
  void aWholeTriggerIsReadWithoutAProblem() {
    assertThat(
            told(
                """
                t: {type: api, method: POST, path: "/a/{b}", auth: group, groups: [x-y], flow: data,
                    payload: {type: object, properties: {n: {type: number}}},
                    check: "payload.n > 1.0 && parameters.b != ''", otherwise: "No {{ parameters.b }}",
                    match: {journey_link: parameters.b}, found: end, missing: reject,
                    contact: {phone: payload.phone}, with: {n: payload.n},
                    reply: {status: 201, headers: {X-A: "{{ journey.link }}"}, body: ["{{ payload }}"]}}"""))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: FETCH, path: /a|FIELD_WRONG triggers/t/method: Expected one of GET, POST",
        "method: GET, path: /a/|FIELD_WRONG triggers/t/path: This is no path of a trigger.",
        "method: GET, path: /a, payload: {}|FIELD_WRONG triggers/t/payload: A GET request has no body",
        "method: PUT, path: /a, payload: {properties: {x: {kind: 1}}}|FIELD_WRONG triggers/t/payload/properties/x/kind: A payload's schema has no word `kind`.",
        "method: PUT, path: /a, auth: group|FIELD_MISSING triggers/t/groups: Nobody may call",
        "method: PUT, path: /a, check: 'payload + '|EXPRESSION_SYNTAX triggers/t/check",
        "method: PUT, path: /a, check: '1.0'|EXPRESSION_TYPE triggers/t/check",
        "method: PUT, path: /a, each: 'parameters'|EXPRESSION_TYPE triggers/t/each",
        "method: PUT, path: /a, match: {}|FIELD_MISSING triggers/t/match: A journey is found by one thing",
        "method: PUT, path: /a, reply: {headers: {Set-Cookie: x}}|FIELD_WRONG triggers/t/reply/headers: `Set-Cookie` is no header",
        "method: PUT, path: /a, reply: {status: 100}|FIELD_WRONG triggers/t/reply/status",
        "method: PUT, path: /a, reply: {body: [{a: '{{ nobody }}'}]}|NAME_UNKNOWN triggers/t/reply/body/0/a",
        "method: PUT, path: /a, each: payload, reply: {redirect: 'https://a'}|FIELD_WRONG triggers/t/reply: A request about several",
      })
  void whatIsWrongIsToldWhereItStands(String fields, String expected) {
    assertThat(told("t: {type: api, flow: data, with: {n: 1}, " + fields + "}")).contains(expected);
  }

  @Test
  void onePathHasOneTriggerForEachMethod() {
    var first = "t: {type: api, method: PUT, path: '/a/{b}', flow: page}, ";
    assertThat(told(first + "u: {type: api, method: PUT, path: '/a/{c}', flow: page}"))
        .contains("`t` and `u` both answer PUT /a/{c}.")
        .contains("name the parameters of the same path differently");
    assertThat(told(first + "u: {type: api, method: GET, path: '/a/{b}', flow: page}")).isEmpty();
  }
}
