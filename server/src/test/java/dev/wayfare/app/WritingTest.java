package dev.wayfare.app;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import dev.wayfare.testing.TestServer;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What helps while a draft is written: expressions at their place, a check without saving, and who
/// else is there.
class WritingTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String APP =
      """
      wayfare: 1
      name: writing
      variables:
        order: {type: text, default: PD-1042, note: As in the confirmation.}
        amount: number
      profile_values:
        hotline: {type: phone, default: "+15550199"}
      triggers:
        texted: {type: text, flow: helper}
      flows:
        helper:
          channel: text
          start: which
          variables:
            tries: {type: number, default: 2}
          steps:
            which: {type: ask, text: "Your number?", into: order, check: "order != ''", next: done}
            done: {type: say, text: "Thank you"}
      """;

  private static TestServer server;
  private static Client api;
  private static Desk desk;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    api = server.owner();
    ok(api.post("/api/v1/apps", "{\"name\": \"writing\", \"title\": \"Writing\"}"), 201);
    desk = new Desk(api, "writing");
    ok(desk.save("r1", APP), 200);
    document = ok(api.get(desk.path("/draft")), 200).json().at("/document");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client.Answer read(String place, String source, String more) {
    return api.post(
        desk.path("/draft/expressions"),
        "{\"document\": %s, \"place\": \"%s\", \"source\": %s%s}"
            .formatted(document, place, JSON.writeValueAsString(source), more));
  }

  private static Client.Answer read(String place, String source) {
    return ok(read(place, source, ""), 200);
  }

  @Test
  void anExpressionSaysItsTypeAndWhatItGives() {
    var check = read("flows/helper/steps/which/check", "order.startsWith('PD')");
    assertThat(check.text("/kind")).isEqualTo("expression");
    assertThat(check.text("/type")).isEqualTo("boolean");
    assertThat(check.json().at("/mistakes")).isEmpty();
    assertThat(check.json().at("/value").asBoolean()).isTrue();

    var text = read("flows/helper/steps/done/text", "{{ order }} after {{ tries }} tries");
    assertThat(text.text("/kind")).isEqualTo("template");
    assertThat(text.text("/value")).isEqualTo("PD-1042 after 2 tries");
  }

  @Test
  void valuesAtHandCountForMoreThanDefaults() {
    var told =
        ok(
            read(
                "flows/helper/steps/done/text",
                "{{ order }}, {{ contact.first_name }}, {{ profile.hotline }}",
                ", \"values\": {\"order\": \"PD-7\", \"contact\": {\"first_name\": \"Grace\"}}"),
            200);
    assertThat(told.text("/value")).isEqualTo("PD-7, Grace, +15550199");
  }

  @Test
  void aMistakeIsUnderlinedWhereItStands() {
    var source = "Hi\n{{ ordr }}!";
    var told = read("flows/helper/steps/done/text", source);
    var slip = told.json().at("/mistakes/0");
    assertThat(source.substring(slip.at("/from").asInt(), slip.at("/to").asInt()))
        .isEqualTo("ordr");
    assertThat(slip.at("/line").asInt()).isEqualTo(2);
    assertThat(slip.at("/way_out").asString()).contains("order");
    assertThat(told.json().has("value")).isFalse();
  }

  @Test
  void aMistakeIsTheOneThatTheDraftWouldHave() {
    for (var source :
        new String[] {"amount", "amount +", "order > 3", "nobody == 1", "link('x')"}) {
      var here = read("flows/helper/steps/which/check", source).json().at("/mistakes");
      var draft = document.deepCopy();
      ((ObjectNode) draft.at("/flows/helper/steps/which")).put("check", source);
      var there =
          ok(api.post(desk.path("/draft/check"), "{\"document\": " + draft + "}"), 200)
              .json()
              .at("/problems");
      var problems =
          StreamSupport.stream(there.spliterator(), false)
              .filter(it -> it.at("/path").asString().equals("flows/helper/steps/which/check"))
              .filter(it -> it.at("/severity").asString().equals("error"))
              .map(it -> it.at("/text").asString())
              .toList();
      assertThat(here.findValuesAsString("text")).as(source).isEqualTo(problems).isNotEmpty();
    }
  }

  @Test
  void namesAreThoseOfThePlace() {
    var inFlow = read("flows/helper/steps/which/check", "order").json().at("/names");
    assertThat(inFlow.findValuesAsString("name"))
        .contains("order", "amount", "tries", "contact.phone", "profile.hotline", "now");
    var outside = read("triggers/texted/busy", "x", "");
    assertThat(outside.status()).isEqualTo(422);
    assertThat(outside.text("/errors/0/code")).isEqualTo("PLACE_UNKNOWN");
    var order = inFlow.get(1);
    assertThat(order.at("/type").asString()).isEqualTo("text");
    assertThat(order.at("/note").asString()).isEqualTo("As in the confirmation.");
    var functions = read("flows/helper/steps/which/check", "1").json().at("/functions");
    assertThat(functions.findValuesAsString("name")).contains("formatDate", "link", "size");
  }

  @Test
  void whatCannotBeWorkedOutSaysWhy() {
    var told = read("flows/helper/steps/which/check", "[1][order == '' ? 0 : 7] == 1");
    assertThat(told.json().at("/mistakes")).isEmpty();
    assertThat(told.text("/value_error")).isNotBlank();
  }

  @Test
  void aFieldThatIsNotThereYetCanBeWritten() {
    var told = read("flows/helper/steps/done/only_if/nothing", "1", "");
    assertThat(told.status()).isEqualTo(422);
    var otherwise = read("flows/helper/steps/which/otherwise", "Not {{ order }}");
    assertThat(otherwise.text("/value")).isEqualTo("Not PD-1042");
  }

  @Test
  void aScriptIsCheckedWithItsLinesAndNothingIsSaved() {
    var script = APP.replace("Thank you", "{{ nobody }}");
    var yaml = api.with("Content-Type", "application/yaml");
    var told = ok(yaml.send("POST", desk.path("/draft/check"), script), 200);
    assertThat(told.text("/problems/0/code")).isEqualTo("NAME_UNKNOWN");
    assertThat(told.json().at("/problems/0/line").asInt()).isEqualTo(18);
    assertThat(told.text("/document/flows/helper/start")).isEqualTo("which");
    assertThat(told.text("/hash")).hasSize(64);

    var broken = ok(yaml.send("POST", desk.path("/draft/check"), "wayfare: [1"), 200);
    assertThat(broken.text("/problems/0/code")).isEqualTo("SYNTAX");
    assertThat(broken.json().has("document")).isFalse();
    assertThat(ok(api.get(desk.path("/draft")), 200).text("/revision")).isEqualTo("r2");
  }

  @Test
  void aDocumentMayBeOnlySoLarge() {
    var large = "note: " + "x".repeat(DraftSize.LARGEST);
    var yaml = api.with("Content-Type", "application/yaml");
    assertThat(yaml.send("POST", desk.path("/draft/check"), large).status()).isEqualTo(413);
  }

  @Test
  void whoHasTheDraftOpenIsSeenForHalfAMinute() {
    var other = server.signedIn(Role.DEVELOPER);
    var alone = here(api, "flows/helper");
    assertThat(alone.json().at("/others")).isEmpty();
    assertThat(alone.text("/revision")).isEqualTo("r2");

    var seen = here(other, "records");
    assertThat(seen.text("/others/0/at")).isEqualTo("flows/helper");
    assertThat(here(api, "").text("/others/0/name")).isEqualTo("Ada");

    server.clock().jump(Duration.ofSeconds(31));
    assertThat(here(api, "").json().at("/others")).isEmpty();
    assertThat(here(other, "").json().at("/others")).hasSize(1);
  }

  private static Client.Answer here(Client who, String at) {
    return ok(who.send("PUT", desk.path("/draft/here"), "{\"at\": \"%s\"}".formatted(at)), 200);
  }
}
