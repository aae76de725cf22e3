package dev.wayfare.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.Wiring;
import dev.wayfare.channel.Wiring.Outcome;
import dev.wayfare.channel.Wiring.Read;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.connector.OutboundHttp;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.kernel.OrganizationId;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TwilioWiringTest {
  private static final PhoneNumber DESK = new PhoneNumber("+15550100");
  private static final PhoneNumber TEXTS_ONLY = new PhoneNumber("+15550109");
  private static final Map<String, String> BEFORE =
      Map.of(
          "sms_url", "https://old.example/sms",
          "sms_method", "GET",
          "voice_url", "https://old.example/voice",
          "voice_method", "GET",
          "status_callback", "https://old.example/status",
          "status_callback_method", "GET");

  private final FakeNumbers carrier =
      new FakeNumbers()
          .with("+155501001", Map.of())
          .with(DESK.e164(), BEFORE)
          .with(TEXTS_ONLY.e164(), Map.of());
  private final OutboundCalls calls =
      OutboundCalls.within(OutboundPolicy.of("127.0.0.1"), InstantSource.system());
  private final Wiring wiring =
      new TwilioWiring(
          new OutboundHttp(calls), new PublicUrl("https://go.example.com"), new JsonMapper());

  @AfterEach
  void close() {
    calls.close();
    carrier.close();
  }

  @Test
  void whatTheCarrierHasIsReadByItsOwnNames() {
    assertThat(settings(DESK))
        .containsAllEntriesOf(BEFORE)
        .containsEntry("sms_application_sid", "")
        .containsEntry("trunk_sid", "");
    assertThat(wiring.read(TEXTS_ONLY, account("hush")))
        .isInstanceOfSatisfying(
            Read.Settings.class, read -> assertThat(read.lines()).containsExactly(Line.TEXT));
  }

  @Test
  void everythingThatMayBeAskedForIsRead() {
    for (var line : Line.values()) {
      assertThat(settings(DESK))
          .containsKeys(wiring.wanted(DESK, line).keySet().toArray(new String[0]));
    }
  }

  @Test
  void aLineIsWiredToItsHooks() {
    assertThat(wiring.wanted(DESK, Line.TEXT))
        .isEqualTo(
            Map.of(
                "sms_url", "https://go.example.com/hooks/twilio/text",
                "sms_method", "POST",
                "sms_fallback_url", "",
                "sms_application_sid", ""));
    assertThat(wiring.wanted(DESK, Line.CALL))
        .isEqualTo(
            Map.of(
                "voice_url", "https://go.example.com/hooks/twilio/call#rc=2&rp=all",
                "voice_method", "POST",
                "voice_fallback_url", "",
                "voice_application_sid", "",
                "trunk_sid", "",
                "status_callback", "https://go.example.com/hooks/twilio/call/status#rc=2&rp=all",
                "status_callback_method", "POST"));
  }

  @Test
  void wiringTextsLeavesCallsAlone() {
    assertThat(set(wiring.wanted(DESK, Line.TEXT))).isEqualTo(new Outcome.Done());
    assertThat(carrier.changes())
        .containsExactly(
            Map.of("SmsUrl", "https://go.example.com/hooks/twilio/text", "SmsMethod", "POST"));
    assertThat(settings(DESK))
        .containsAllEntriesOf(wiring.wanted(DESK, Line.TEXT))
        .containsEntry("voice_url", "https://old.example/voice");
    assertThat(carrier.setting(DESK.e164(), "friendly_name")).contains("Desk");
  }

  @Test
  void takingTextsOffPutsThemBackAndLeavesCallsAlone() {
    set(wiring.wanted(DESK, Line.TEXT));
    set(wiring.wanted(DESK, Line.CALL));
    var texts =
        BEFORE.entrySet().stream()
            .filter(setting -> setting.getKey().startsWith("sms_"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(set(texts)).isEqualTo(new Outcome.Done());

    assertThat(settings(DESK))
        .containsAllEntriesOf(texts)
        .containsAllEntriesOf(wiring.wanted(DESK, Line.CALL));
  }

  @Test
  void anApplicationAndATrunkMakeWayAndCanComeBack() {
    var taken =
        Map.of("sms_application_sid", "AP1", "voice_application_sid", "AP2", "trunk_sid", "TK1");
    var number = new PhoneNumber("+15550180");
    carrier.with(number.e164(), taken);

    wiring.set(number, wiring.wanted(number, Line.TEXT), account("hush"));
    wiring.set(number, wiring.wanted(number, Line.CALL), account("hush"));
    assertThat(carrier.setting(number.e164(), "sms_application_sid")).isEmpty();
    assertThat(carrier.setting(number.e164(), "voice_application_sid")).isEmpty();
    assertThat(carrier.setting(number.e164(), "trunk_sid")).isEmpty();

    assertThat(wiring.set(number, taken, account("hush"))).isEqualTo(new Outcome.Done());
    assertThat(settings(number)).containsAllEntriesOf(taken);
  }

  @Test
  void whatIsSoAlreadyIsNotSaidAgain() {
    set(wiring.wanted(DESK, Line.CALL));
    assertThat(set(wiring.wanted(DESK, Line.CALL))).isEqualTo(new Outcome.Done());
    assertThat(carrier.changes()).hasSize(1);
  }

  @Test
  void aNumberThatOnlyLooksLikeOursIsNotOurs() {
    var shorter = new PhoneNumber("+1555010");
    assertThat(wiring.read(shorter, account("hush"))).isEqualTo(new Read.Missing());
    assertThat(wiring.set(shorter, Map.of("sms_url", "x"), account("hush")))
        .isEqualTo(new Outcome.Failed("The connected account has no number +1555010."));
  }

  @Test
  void aSettingThatIsNoneOfTheNumbersIsOurMistake() {
    assertThatThrownBy(() -> set(Map.of("friendly_name", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("friendly_name");
  }

  @Test
  void wrongCredentialsAreSaid() {
    assertThat(wiring.read(DESK, account("wrong"))).isEqualTo(new Read.Failed(BAD_LOGIN));
    assertThat(wiring.set(DESK, Map.of("sms_url", "x"), account("wrong")))
        .isEqualTo(new Outcome.Failed(BAD_LOGIN));
  }

  private static final String BAD_LOGIN =
      "The carrier does not accept the account's credentials (status 401). Check its account_sid"
          + " and its auth token.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | The carrier does not let this account read its numbers (status 403).
          404 | The carrier knows no such account (status 404). Check its account_sid and base_url.
          429 | The carrier was asked too often (status 429). Try again in a minute.
          500 | The carrier has trouble of its own (status 500). Try again in a minute.
          400 | The carrier refused to read the number's settings (status 400).
          """)
  void aRefusalIsSaidInASentence(int status, String sentence) {
    carrier.says(status, "<html>no</html>");
    assertThat(wiring.read(DESK, account("hush"))).isEqualTo(new Read.Failed(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "[]",
        "{}",
        "{\"incoming_phone_numbers\": 5}",
        "{\"incoming_phone_numbers\": [{\"phone_number\": \"+15550100\", \"sid\": \"../x\"}]}"
      })
  void anAnswerThatIsNoneIsNotUnderstood(String body) {
    carrier.says(200, body);
    assertThat(wiring.read(DESK, account("hush")))
        .isEqualTo(
            new Read.Failed("The carrier's answer about its numbers could not be understood."));
  }

  @Test
  void aCarrierThatIsNotThereIsSaid() {
    carrier.close();
    assertThat(wiring.read(DESK, account("hush")))
        .isEqualTo(new Read.Failed("The carrier gave no answer. 127.0.0.1 takes no connection."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AC1/../AC2"})
  void anAccountWithoutAProperSidAsksNothing(String sid) {
    var settings = Map.of("account_sid", sid, "base_url", carrier.url());
    assertThat(wiring.read(DESK, account(settings, "hush")))
        .isEqualTo(new Read.Failed(TwilioAccount.MISTAKE));
  }

  private Outcome set(Map<String, String> settings) {
    return wiring.set(DESK, settings, account("hush"));
  }

  private Map<String, String> settings(PhoneNumber number) {
    return wiring.read(number, account("hush")) instanceof Read.Settings(var values, var _)
        ? values
        : Map.of();
  }

  private CarrierAccount account(String secret) {
    return account(Map.of("account_sid", "AC1", "base_url", carrier.url()), secret);
  }

  private static CarrierAccount account(Map<String, String> settings, String secret) {
    return new CarrierAccount(
        new UUID(0, 1), new OrganizationId(new UUID(8, 8)), "twilio", settings, secret);
  }
}
