package dev.wayfare.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.kernel.OrganizationId;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class SimulatorApiTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestDatabase database;
  private static ConfigurableApplicationContext app;
  private static String base;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.fresh();
    app = SimulatorTryOut.start(database, 0);
    var server = Objects.requireNonNull(((WebServerApplicationContext) app).getWebServer());
    base = "http://127.0.0.1:" + server.getPort();
    assertThat(
            call("POST", "/phones", "{\"name\":\"Ada\",\"number\":\"+1 555 0141\"}").statusCode())
        .isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    app.close();
    database.close();
  }

  @Test
  void aTextAndItsReplyShowInTheThread() throws Exception {
    var sent = call("POST", "/phones/+15550141/texts", "{\"to\":\"+15550101\",\"body\":\"Hi\"}");
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.body()).contains("\"direction\":\"from_phone\"", "\"state\":\"delivered\"");
    var thread = call("GET", "/phones/+15550141/messages?other=%2B15550101", "");
    assertThat(thread.body())
        .contains(
            "\"body\":\"Hi! What is your order number?\"",
            "\"segments\":1",
            "\"alphabet\":\"GSM-7\"",
            "Z\"");
    assertThat(call("GET", "/phones/+15550141/threads", "").body())
        .contains("\"other\":\"+15550101\"");
  }

  @Test
  void aListenerIsToldOfEveryChange() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/simulator/live?after=0")).build();
    var live = CLIENT.send(request, BodyHandlers.ofInputStream());
    assertThat(live.headers().firstValue("Content-Type"))
        .contains("text/event-stream;charset=UTF-8");
    try (var lines =
        new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
      until(lines, "\"name\":\"Ada\"");
      call("POST", "/phones/+15550141/texts", "{\"to\":\"+15550100\",\"body\":\"Live ü\"}");
      until(lines, "You said: Live ü");
      call("PATCH", "/phones/+15550141", "{\"delay_ms\":0}");
      until(lines, "event: phone");
    }
  }

  @Test
  void aCallIsMadeAndHeardByTheApi() throws Exception {
    call("POST", "/phones", "{\"name\":\"Grace\",\"number\":\"+15550142\"}");
    var made = call("POST", "/phones/+15550142/calls", "{\"to\":\"+15550100\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body())
        .contains(
            "\"state\":\"going\"",
            "\"doing\":\"listening\"",
            "\"speech\":true,\"keypad\":true,\"digits\":1",
            "\"who\":\"app\",\"text\":\"Welcome to the parcel desk.");
    var id = made.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    assertThat(call("POST", "/phones/+15550142/calls", "{\"to\":\"+15550100\"}").statusCode())
        .isEqualTo(409);
    assertThat(call("GET", "/calls", "").body()).contains(id);

    var asked = call("POST", "/calls/" + id + "/speech", "{\"text\":\"Parcel\"}");
    assertThat(asked.body()).contains("\"secret\":true", "Please key in your PIN.");
    var keyed = call("POST", "/calls/" + id + "/digits", "{\"digits\":\"7305\"}");
    assertThat(keyed.body())
        .contains(
            "\"who\":\"keys\",\"text\":\"•••\"", "\"state\":\"ended\"", "\"how\":\"completed\"")
        .doesNotContain("7305");
    assertThat(call("GET", "/calls/" + id, "").body()).isEqualTo(keyed.body());
    assertThat(call("GET", "/phones/+15550142/calls", "").body())
        .contains(id)
        .doesNotContain("7305");
    assertThat(call("POST", "/calls/" + id + "/hang_up", "").statusCode()).isEqualTo(409);
  }

  @Test
  void aCallOfAnotherOrganizationIsNobodysHere() throws Exception {
    var other = new OrganizationId(new UUID(8, 9));
    var phone = new PhoneNumber("+15550141");
    var now = Instant.parse("2026-03-01T12:00:00Z");
    app.getBean(SimulatorStore.class)
        .add(new SimulatorPhone(other, phone, "Theirs", Faults.NONE, now, 0));
    var id = new UUID(7, 7);
    app.getBean(SimulatorCallStore.class)
        .add(
            SimulatorCall.ringing(id, other, phone, SimulatorTryOut.DESK, Direction.TO_PHONE, now));
    assertThat(call("GET", "/calls/" + id, "").statusCode()).isEqualTo(404);
    assertThat(call("POST", "/calls/" + id + "/answer", "").statusCode()).isEqualTo(404);
    assertThat(call("GET", "/calls", "").body()).doesNotContain(id.toString());
    assertThat(call("GET", "/phones/+15550141/calls", "").body()).doesNotContain(id.toString());
  }

  @Test
  void aListenerIsToldOfACall() throws Exception {
    call("POST", "/phones", "{\"name\":\"Joan\",\"number\":\"+15550143\"}");
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/simulator/live?after=0")).build();
    var live = CLIENT.send(request, BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
      call("POST", "/phones/+15550143/texts", "{\"to\":\"+15550100\",\"body\":\"call\"}");
      until(lines, "event: call");
      until(lines, "\"direction\":\"to_phone\"");
      var open = call("GET", "/phones/+15550143/calls", "").body();
      var id = open.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
      assertThat(call("POST", "/calls/" + id + "/machine", "").statusCode()).isEqualTo(200);
      until(lines, "Please call us back.");
    }
  }

  @Test
  void faultsAreSetOneByOne() throws Exception {
    call("POST", "/phones", "{\"name\":\"Grace\",\"number\":\"+15550177\"}");
    var path = "/phones/+15550177";
    call("PATCH", path, "{\"refuse\":\"opted_out\",\"delay_ms\":1000}");
    assertThat(call("PATCH", path, "{\"off\":true,\"name\":\" Grace H. \"}").body())
        .contains(
            "\"name\":\"Grace H.\"",
            "\"refuse\":\"opted_out\"",
            "\"delay_ms\":1000",
            "\"off\":true");
    assertThat(call("POST", path + "/texts", "{\"to\":\"+15550100\",\"body\":\"Hi\"}").statusCode())
        .isEqualTo(409);
    assertThat(call("PATCH", path, "{\"refuse\":\"\",\"delay_ms\":0,\"off\":false}").body())
        .contains("\"refuse\":\"\"", "\"delay_ms\":0", "\"off\":false", "\"fail\":false");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POST  | /phones                 | {\"name\":\"x\",\"number\":\"12\"}             | 422 | plus and 7 to 15 digits",
        "POST  | /phones                 | {\"name\":\"x\",\"number\":\"+15550141\"}      | 409 | here already",
        "PATCH | /phones/+15550141       | {\"delay_ms\":70000}                           | 422 | 0 to 60000 ms",
        "PATCH | /phones/+15550141       | {\"refuse\":\"rain\"}                          | 422 | one of opted_out",
        "PATCH | /phones/+15550141       | {\"name\":\" \"}                               | 422 | 1 to 40 letters",
        "PATCH | /phones/+15559999       | {}                                             | 404 | No phone",
        "POST  | /phones/+15559999/texts | {\"to\":\"+15550100\",\"body\":\"Hi\"}         | 404 | No phone",
        "POST  | /phones/+15550141/texts | {\"to\":\"desk\",\"body\":\"Hi\"}              | 422 | goes to a phone number",
        "POST  | /phones/+15550141/texts | {\"to\":\"+15550100\",\"body\":\" \"}          | 422 | 1 to 1600",
        "POST  | /phones/+15550141/texts | {\"to\":\"+16665550100\",\"body\":\"Hi\"}      | 422 | belongs to a twilio account",
        "POST  | /phones/+15550141/texts | {\"to\":\"+17775550100\",\"body\":\"Hi\"}      | 422 | No number of your organization",
        "GET   | /phones/+15559999/threads | | 404 | No phone",
        "POST  | /phones/+15550141/calls | {\"to\":\"+17775550100\"}                     | 422 | No number of your organization",
        "GET   | /phones/+15559999/calls | | 404 | No phone",
        "POST  | /phones/+15559999/calls | {\"to\":\"+15550100\"}   | 404 | No phone",
        "POST  | /phones/+15550141/calls | {\"to\":\"desk\"}        | 422 | goes to a phone number",
        "POST  | /phones/+15550141/calls | {\"to\":\"+16665550100\"} | 422 | belongs to a twilio account",
        "GET   | /calls/1 | | 404 | No phone of the simulator has had that call",
        "POST  | /calls/00000000-0000-0000-0000-000000000001/answer | {} | 404 | has had that call",
        "POST  | /calls/00000000-0000-0000-0000-000000000001/sing | {} | 404 | one can answer",
        "POST  | /calls/00000000-0000-0000-0000-000000000001/speech | {\"text\":\"x\"} | 404 | has had that call",
        "POST  | /calls/00000000-0000-0000-0000-000000000001/digits | {\"digits\":\"12a\"} | 422 | 0 to 9, * and #",
      })
  void whatCannotBeIsSaidClearly(String method, String path, String body, int status, String words)
      throws Exception {
    var answer = call(method, path, body == null ? "" : body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(words);
  }

  @Test
  void thePageHasAStrictPolicyAndNothingInline() throws Exception {
    var page =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base + "/simulator")).build(),
            BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body())
        .contains(
            "data-number=\"+15550141\"", "Parcel desk", "name=\"csrf-token\"", "class=\"keys\"")
        .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=");
  }

  private static void until(BufferedReader lines, String words) throws Exception {
    String line;
    do {
      line = lines.readLine();
      assertThat(line).as("the stream ended before it said %s", words).isNotNull();
    } while (!line.contains(words));
  }

  private static HttpResponse<String> call(String method, String path, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/simulator" + path))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
