package dev.wayfare.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Proven;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.Verb;
import dev.wayfare.kernel.OrganizationId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The webhooks of calls, with signatures that Twilio's own SDK takes for real.
class CallHooksTest {

  private static final PhoneNumber OURS = new PhoneNumber("+15550100");
  private static final PhoneNumber ADA = new PhoneNumber("+15550142");
  private static final String TOKEN = "hush";
  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  private static final Verb HELLO = new Verb.Speak("Hello", new Verb.Voice("", ""));

  private final ScriptedCalls door = new ScriptedCalls();
  private HookServer server;

  @BeforeEach
  void start() {
    var twilio =
        new CarrierAccount(
            new UUID(0, 1),
            new OrganizationId(new UUID(8, 8)),
            "twilio",
            Map.of("account_sid", "AC1"),
            TOKEN);
    server = new HookServer(HookServer.accounts(Map.of(OURS, twilio)), new NoTexts(), door);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCallThatRingsIsAnsweredWithAScriptThatLeadsToTheNextStep() throws Exception {
    var hearing = CallScripts.hearing(false, true, 1, true);
    door.reply = new CallReply.Script(List.of(new Verb.Listen(List.of(HELLO), hearing)));
    var response = post("", Map.of());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
    assertThat(response.body())
        .contains(
            "action=\"https://go.example.com/hooks/twilio/call/heard?step=1#rc=2&amp;rp=all\"")
        .contains("<Say>Hello</Say></Gather>");
    assertThat(door.rung)
        .containsExactly(new InboundCall("twilio", "CA1", "CA1:0:rings", ADA, OURS));
  }

  @Test
  void aScriptThatOnlyHangsUpIsABusyLine() throws Exception {
    assertThat(post("", Map.of()).body())
        .endsWith("<Response><Reject reason=\"busy\"/></Response>");
    assertThat(post("/held?step=1", Map.of()).body()).endsWith("<Response><Hangup/></Response>");
  }

  /// Every step asks again, and each has a key of its own.
  @Test
  void aHeldCallAsksAgainUnderANewKeyEachTime() throws Exception {
    door.reply = new CallReply.Script(List.of(new Verb.Hold(Duration.ofSeconds(1))));
    var address = "";
    for (var i = 0; i < 5; i++) {
      var found = Pattern.compile("(/held[?]step=\\d+)#").matcher(post(address, Map.of()).body());
      assertThat(found.find()).isTrue();
      address = found.group(1);
    }
    assertThat(door.events)
        .extracting(CallEvent::key)
        .containsExactly("CA1:1:held", "CA1:2:held", "CA1:3:held", "CA1:4:held");
    assertThat(door.events).extracting(CallEvent::what).containsOnly(new Input.Held());
  }

  @Test
  void theSameWebhookPostedAgainHasTheSameKey() throws Exception {
    var token = Map.of("Digits", "1");
    post("/heard?step=3", token);
    post("/heard?step=3", token);
    assertThat(door.events.getFirst()).isEqualTo(door.events.getLast());
    assertThat(door.events.getFirst().key()).isEqualTo("CA1:3:heard");
  }

  @Test
  void whatWasSaidOrKeyedIsHeard() throws Exception {
    post("/heard?step=1", Map.of("SpeechResult", " Yes please. ", "Confidence", "0.9"));
    post("/heard?step=2", Map.of("Digits", "12*"));
    post("/heard?step=3", Map.of());
    assertThat(door.events)
        .extracting(CallEvent::what)
        .containsExactly(
            new Input.Spoken("Yes please.", ""), new Input.Spoken("", "12*"), Input.Spoken.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "completed, COMPLETED",
    "answered, COMPLETED",
    "busy, BUSY",
    "no-answer, NO_ANSWER",
    "canceled, NO_ANSWER",
    "failed, FAILED",
    "odd, FAILED"
  })
  void aForwardedCallComesBack(String status, CallEnd end) throws Exception {
    post("/forwarded?step=4", Map.of("DialCallStatus", status));
    assertThat(door.events.getFirst().what()).isEqualTo(new Input.Forwarded(end));
  }

  @ParameterizedTest
  @CsvSource({
    "human, false",
    "unknown, false",
    "'', false",
    "machine_start, true",
    "machine_end_beep, true",
    "machine_end_silence, true",
    "machine_end_other, true",
    "fax, true"
  })
  void aCallOfOursIsTaken(String by, boolean byMachine) throws Exception {
    var key = new UUID(5, 6);
    door.reply = new CallReply.Script(List.of(HELLO, new Verb.Hold(Duration.ofSeconds(2))));
    var response = post("/taken?step=0&placed=" + key, outbound(Map.of("AnsweredBy", by)));
    assertThat(response.body()).contains("<Say>Hello</Say>", "/held?step=1#");
    assertThat(door.events)
        .containsExactly(
            new CallEvent(
                "twilio", "CA1", "CA1:0:taken", new Input.PickedUp(byMachine), Optional.of(key)));
  }

  @ParameterizedTest
  @CsvSource({
    "completed, COMPLETED",
    "busy, BUSY",
    "no-answer, NO_ANSWER",
    "canceled, NO_ANSWER",
    "failed, FAILED"
  })
  void aCallEndsOnceWithItsLength(String status, CallEnd end) throws Exception {
    var fields = Map.of("CallStatus", status, "CallDuration", "42");
    assertThat(post("/status", fields).statusCode()).isEqualTo(204);
    assertThat(door.events)
        .containsExactly(
            new CallEvent(
                "twilio", "CA1", "CA1:end", new Input.HungUp(end, Duration.ofSeconds(42))));
  }

  @Test
  void aCallOfOursEndsUnderTheKeyItWasPlacedWith() throws Exception {
    var key = new UUID(5, 6);
    post("/status?placed=" + key, outbound(Map.of("CallStatus", "busy", "CallDuration", "x")));
    assertThat(door.events.getFirst().placed()).contains(key);
    assertThat(door.events.getFirst().what())
        .isEqualTo(new Input.HungUp(CallEnd.BUSY, Duration.ZERO));
    post("/status?placed=garbage", outbound(Map.of("CallStatus", "busy")));
    assertThat(door.events.getLast().placed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "initiated", "ringing", "in-progress", "teleported"})
  void whatIsNoEndIsNoNews(String status) throws Exception {
    assertThat(post("/status", Map.of("CallStatus", status)).statusCode()).isEqualTo(204);
    assertThat(door.events).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/heard?step=1", "/held?step=1", "/status"})
  void whileNothingCanBeRememberedTwilioIsAskedToPostAgain(String path) throws Exception {
    door.reply = new CallReply.Unavailable();
    var response = post(path, Map.of("CallStatus", "completed"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/heard?step=1"})
  void whereNothingIsLiveTheCallerIsToldSo(String path) throws Exception {
    door.reply = new CallReply.Closed("Nobody is here.");
    assertThat(post(path, Map.of()).body())
        .endsWith("<Response><Say>Nobody is here.</Say><Hangup/></Response>");
  }

  @Test
  void aCallerWithoutANumberIsToldSo() throws Exception {
    assertThat(post("", Map.of("From", "anonymous")).body()).contains("<Say>", "<Hangup/>");
    assertThat(door.rung).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/heard?step=1",
        "/held?step=1",
        "/forwarded?step=1",
        "/taken?step=0",
        "/status"
      })
  void whatIsNotSignedIsNotBelieved(String path) throws Exception {
    var body = HookServer.form(fields(Map.of("CallStatus", "completed")));
    assertThat(server.post(CallHook.PATH + path, FORM, "x", body).statusCode()).isEqualTo(403);
    assertThat(server.get(CallHook.PATH + path).statusCode()).isEqualTo(405);
    assertThat(door.rung).isEmpty();
    assertThat(door.events).isEmpty();
  }

  /// The step is part of the signed address: nobody on the way can turn it.
  @Test
  void anotherStepThanTheSignedOneIsNotBelieved() throws Exception {
    var fields = fields(Map.of("Digits", "1"));
    var signed = sign(CallHook.PATH + "/heard?step=1", fields);
    var other = CallHook.PATH + "/heard?step=2";
    assertThat(server.post(other, FORM, signed, HookServer.form(fields)).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/heard", "/heard?step=", "/heard?step=-1", "/heard?step=9999999999"})
  void anAddressWithoutAStepIsMalformed(String path) throws Exception {
    assertThat(post(path, Map.of("Digits", "1")).statusCode()).isEqualTo(400);
    assertThat(door.events).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/heard?step=1", "/status"})
  void aCallWithoutItsSidIsMalformed(String path) throws Exception {
    assertThat(post(path, Map.of("CallSid", "")).statusCode()).isEqualTo(400);
  }

  @Test
  void whatWasKeyedShowsInNoText() throws Exception {
    post("/heard?step=1", Map.of("Digits", "4929123456"));
    var fields = Fields.parse(HookServer.form(Map.of("Digits", "4929123456"))).orElseThrow();
    for (var shown : List.of(door.events.getFirst(), fields, new Verdict.Genuine(fields))) {
      assertThat(shown.toString()).doesNotContain("4929123456");
    }
  }

  private HttpResponse<String> post(String path, Map<String, String> more) throws Exception {
    var fields = fields(more);
    var at = CallHook.PATH + path;
    return server.post(at, FORM, sign(at, fields), HookServer.form(fields));
  }

  /// A signature that Twilio's own SDK takes for real.
  private static String sign(String path, Map<String, String> fields) {
    var url = HookServer.PUBLIC + path;
    var content = new StringBuilder();
    new TreeMap<>(fields).forEach((name, value) -> content.append(name).append(value));
    var signature = new TwilioSignature(TOKEN).sign(url, content.toString());
    assertThat(new RequestValidator(TOKEN).validate(url, fields, signature)).isTrue();
    return signature;
  }

  private static Map<String, String> fields(Map<String, String> more) {
    var fields = new TreeMap<String, String>();
    fields.put("CallSid", "CA1");
    fields.put("AccountSid", "AC1");
    fields.put("From", ADA.e164());
    fields.put("To", OURS.e164());
    fields.put("CallStatus", "ringing");
    fields.put("Direction", "inbound");
    fields.putAll(more);
    return fields;
  }

  private static Map<String, String> outbound(Map<String, String> more) {
    var fields = new TreeMap<>(more);
    fields.put("From", OURS.e164());
    fields.put("To", ADA.e164());
    fields.put("Direction", "outbound-api");
    return fields;
  }

  /// Calls only.
  private static final class NoTexts implements TextDoor {
    @Override
    public TextReply hear(InboundText text) {
      throw new AssertionError("No text was posted.");
    }

    /// No release stands behind this door.
    @Override
    public Optional<Proven<TextReply>> prove(InboundText text, String mark) {
      return Optional.empty();
    }

    @Override
    public void delivered(DeliveryReport report) {
      throw new AssertionError("No report was posted.");
    }
  }
}
