package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.connector.OutboundHttp;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.kernel.OrganizationId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TwilioCarrierTest {

  private static final OutboundText TEXT =
      new OutboundText(
          new UUID(1, 2), new PhoneNumber("+15550100"), new PhoneNumber("+15550142"), "Hi & bye");

  private final OutboundCalls calls =
      OutboundCalls.within(OutboundPolicy.of("127.0.0.1"), InstantSource.system());
  private final OutboundHttp http = new OutboundHttp(calls);
  private final TwilioCarrier carrier =
      new TwilioCarrier(
          http,
          request -> {
            throw new AssertionError("nothing is tried out here: " + request.url());
          },
          new PublicUrl("https://go.example.com/"),
          new JsonMapper());
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    calls.close();
    server.stop(0);
  }

  @Test
  void aTextIsPostedWithItsStatusCallback() {
    answerWith(201, "", "{\"sid\": \"SM1\", \"status\": \"queued\", \"error_code\": null}");
    assertThat(send()).isEqualTo(new SendOutcome.Accepted("SM1"));
    assertThat(asked.get())
        .isEqualTo(
            """
            POST /2010-04-01/Accounts/AC1/Messages.json
            Basic QUMxOmh1c2g=
            From=%2B15550100&To=%2B15550142&Body=Hi+%26+bye\
            &StatusCallback=https%3A%2F%2Fgo.example.com%2Fhooks%2Ftwilio%2Fstatus""");
  }

  @Test
  void aCallIsPlacedWithTheAddressesItsWebhooksComeTo() {
    answerWith(201, "", "{\"sid\": \"CA1\", \"status\": \"queued\"}");
    assertThat(place(true)).isEqualTo(new SendOutcome.Accepted("CA1"));
    assertThat(asked.get())
        .isEqualTo(
            """
            POST /2010-04-01/Accounts/AC1/Calls.json
            Basic QUMxOmh1c2g=
            From=%2B15550100&To=%2B15550142\
            &Url=https%3A%2F%2Fgo.example.com%2Fhooks%2Ftwilio%2Fcall%2Ftaken%3Fstep%3D0\
            %26placed%3D00000000-0000-0001-0000-000000000002%23rc%3D2%26rp%3Dall&Method=POST\
            &StatusCallback=https%3A%2F%2Fgo.example.com%2Fhooks%2Ftwilio%2Fcall%2Fstatus\
            %3Fplaced%3D00000000-0000-0001-0000-000000000002%23rc%3D2%26rp%3Dall\
            &StatusCallbackMethod=POST&StatusCallbackEvent=completed&Timeout=25\
            &MachineDetection=DetectMessageEnd""");
    assertThat(place(false)).isEqualTo(new SendOutcome.Accepted("CA1"));
    assertThat(asked.get()).doesNotContain("MachineDetection");
  }

  @Test
  void aCallThatTwilioRefusesIsRefused() {
    answerWith(400, "", "{\"code\": 21219, \"status\": 400}");
    assertThat(place(false))
        .isEqualTo(
            new SendOutcome.Refused(
                RefusalReason.NOT_ALLOWED, "Twilio answered 400 with error 21219."));
  }

  private SendOutcome place(boolean detectMachine) {
    var call =
        new OutboundCall(
            new UUID(1, 2), TEXT.from(), TEXT.to(), Duration.ofMillis(24_100), detectMachine);
    return carrier.placeCall(call, account(Map.of("account_sid", "AC1", "base_url", base())));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvFileSource(resources = "/twilio/refusals.csv", numLinesToSkip = 1)
  void aRefusalKeepsItsReason(int status, int code, RefusalReason reason, String note) {
    answerWith(
        status,
        "",
        "{\"code\": %d, \"message\": \"%s +15550142\", \"status\": %d}"
            .formatted(code, note, status));
    assertThat(send())
        .isEqualTo(
            new SendOutcome.Refused(
                reason, "Twilio answered " + status + " with error " + code + "."));
  }

  @Test
  void tooManyRequestsAreTriedAgainWhenTwilioSays() {
    answerWith(429, "17", "{\"code\": 20429, \"status\": 429}");
    assertThat(send())
        .isEqualTo(
            new SendOutcome.TryAgain(
                Duration.ofSeconds(17), "Twilio answered 429 with error 20429."));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void troubleOnTheirSideIsTriedAgain(int status) {
    answerWith(status, "soon", "<html>Bad gateway</html>");
    assertThat(send())
        .isEqualTo(
            new SendOutcome.TryAgain(Duration.ofSeconds(30), "Twilio answered " + status + "."));
  }

  @Test
  void aPauseOfDaysIsCutToAnHour() {
    answerWith(503, "999999", "");
    assertThat(send())
        .isEqualTo(new SendOutcome.TryAgain(Duration.ofHours(1), "Twilio answered 503."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ok", "[]", "{}", "{\"sid\": 5}", "null"})
  void anAcceptanceWithoutAnIdIsNone(String body) {
    answerWith(200, "", body);
    assertThat(send())
        .isInstanceOf(body.contains("5") ? SendOutcome.Accepted.class : SendOutcome.TryAgain.class);
  }

  @Test
  void garbageWithARefusingStatusIsRefused() {
    answerWith(400, "", "\u0000\u0001");
    assertThat(send())
        .isEqualTo(new SendOutcome.Refused(RefusalReason.UNKNOWN, "Twilio answered 400."));
  }

  @Test
  void nobodyThereIsTriedAgain() {
    var base = base();
    server.stop(0);
    assertThat(carrier.send(TEXT, account(Map.of("account_sid", "AC1", "base_url", base))))
        .isEqualTo(
            new SendOutcome.TryAgain(Duration.ofSeconds(30), "127.0.0.1 takes no connection."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AC1/../AC2", "AC 1", "AC1?x"})
  void anAccountWithoutAProperSidIsRefusedUnsent(String sid) {
    answerWith(201, "", "{\"sid\": \"SM1\"}");
    assertThat(carrier.send(TEXT, account(Map.of("account_sid", sid, "base_url", base()))))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CREDENTIALS));
    assertThat(asked.get()).isEmpty();
  }

  @Test
  void aCarrierInsideTheNetworkIsRefusedUnsent() {
    answerWith(201, "", "{\"sid\": \"SM1\"}");
    var base = "http://127.0.0.2:" + server.getAddress().getPort();
    assertThat(carrier.send(TEXT, account(Map.of("account_sid", "AC1", "base_url", base))))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.detail()).contains("--allow-outbound"));
    assertThat(asked.get()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "not a url", "https:///x"})
  void anAccountWithoutAProperAddressIsRefusedUnsent(String base) {
    assertThat(carrier.send(TEXT, account(Map.of("account_sid", "AC1", "base_url", base))))
        .isInstanceOf(SendOutcome.Refused.class);
  }

  private SendOutcome send() {
    return carrier.send(TEXT, account(Map.of("account_sid", "AC1", "base_url", base() + "/")));
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static CarrierAccount account(Map<String, String> settings) {
    return new CarrierAccount(
        new UUID(0, 1), new OrganizationId(new UUID(8, 8)), "twilio", settings, "hush");
  }

  private void answerWith(int status, String retryAfter, String body) {
    server.createContext(
        "/",
        exchange -> {
          asked.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + "\n"
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + "\n"
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
          }
          var bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
