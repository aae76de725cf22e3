package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.Media;
import dev.wayfare.channel.OptWord;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Proven;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import dev.wayfare.kernel.OrganizationId;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioHooksTest {

  private static final PhoneNumber OURS = new PhoneNumber("+15550100");
  private static final PhoneNumber ADA = new PhoneNumber("+15550142");
  private static final String TOKEN = "hush";
  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private final Door door = new Door();
  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    var twilio =
        new CarrierAccount(
            new UUID(0, 1),
            new OrganizationId(new UUID(8, 8)),
            "twilio",
            Map.of("account_sid", "AC1"),
            TOKEN);
    var other =
        new CarrierAccount(
            new UUID(0, 2), new OrganizationId(new UUID(8, 8)), "simulator", Map.of(), TOKEN);
    var accounts = Map.of(OURS, twilio, new PhoneNumber("+15550199"), other);
    server = new HookServer(HookServer.accounts(accounts), door, new ScriptedCalls());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aSignedTextIsHeardAndAnsweredInTheResponse() throws Exception {
    door.reply = new TextReply.Texts(List.of("Hi & welcome", "Which order?"));
    var response = post(TextHook.PATH, text("I'm here 😀"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
    assertThat(response.body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>Hi &amp;"
                + " welcome</Message><Message>Which order?</Message></Response>");
    assertThat(door.heard)
        .containsExactly(
            new InboundText(
                "twilio", ADA, OURS, "I'm here 😀", List.of(), "SM1", Optional.empty()));
  }

  @Test
  void picturesAndTheWordTwilioAnsweredAreHeardToo() throws Exception {
    var fields = text("STOP");
    fields.putAll(
        Map.of(
            "NumMedia",
            "2",
            "MediaUrl0",
            "https://api.twilio.com/a",
            "MediaContentType0",
            "image/jpeg",
            "MediaUrl1",
            "https://api.twilio.com/b",
            "MediaContentType1",
            "image/png"));
    fields.put("OptOutType", "STOP");
    post(TextHook.PATH, fields);
    assertThat(door.heard.getFirst().media())
        .containsExactly(
            new Media("https://api.twilio.com/a", "image/jpeg"),
            new Media("https://api.twilio.com/b", "image/png"));
    assertThat(door.heard.getFirst().answeredByCarrier()).contains(OptWord.STOP);
  }

  @Test
  void aNumberWhereNothingIsLiveSaysSo() throws Exception {
    door.reply = new TextReply.Closed("This number is not in service.");
    var response = post(TextHook.PATH, text("hi"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<Message>This number is not in service.</Message>");
  }

  @Test
  void whileNothingCanBeRememberedTwilioIsAskedToPostAgain() throws Exception {
    door.reply = new TextReply.Unavailable();
    var response = post(TextHook.PATH, text("hi"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void theAddressAsSeenOnThisMachineIsAsGoodAsThePublicOne() throws Exception {
    var body = HookServer.form(text("hi"));
    var local = sign(server.local() + TextHook.PATH, text("hi"));
    assertThat(server.post(TextHook.PATH, FORM, local, body).statusCode()).isEqualTo(200);
    var elsewhere = sign("https://evil.example" + TextHook.PATH, text("hi"));
    assertThat(server.post(TextHook.PATH, FORM, elsewhere, body).statusCode()).isEqualTo(403);
  }

  @Test
  void theQueryIsPartOfWhatIsSigned() throws Exception {
    var path = TextHook.PATH + "?profile=a%20b&x=%C3%BC";
    assertThat(post(path, text("hi")).statusCode()).isEqualTo(200);
    var signature = sign(HookServer.PUBLIC + TextHook.PATH, text("hi"));
    assertThat(server.post(path, FORM, signature, HookServer.form(text("hi"))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePortThatTwilioAddsToTheAddressDoesNoHarm() throws Exception {
    var signature = sign(HookServer.PUBLIC + ":443" + TextHook.PATH, text("hi"));
    var response = server.post(TextHook.PATH, FORM, signature, HookServer.form(text("hi")));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "ü", "x"})
  void withoutTheRightSignatureNothingIsHeard(String signature) throws Exception {
    var presented = signature.equals("ü") ? "%C3%BC" : signature;
    var response = server.post(TextHook.PATH, FORM, presented, HookServer.form(text("hi")));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).isEqualTo("The signature does not match this request.");
    assertThat(door.heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15550101", "+15550199"})
  void aNumberOfNobodyAndOneOfAnotherCarrierLookTheSame(String to) throws Exception {
    var fields = text("hi");
    fields.put("To", to);
    var response = post(TextHook.PATH, fields);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("No number of this server is meant.");
    assertThat(door.heard).isEmpty();
  }

  /// Who cannot sign learns nothing about our numbers.
  @ParameterizedTest
  @ValueSource(strings = {"+15550100", "+15550101", "+15550199"})
  void withoutASignatureEveryNumberLooksTheSame(String to) throws Exception {
    var fields = text("hi");
    fields.put("To", to);
    var wrong = server.post(TextHook.PATH, FORM, "x", HookServer.form(fields));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).isEqualTo("The signature does not match this request.");
    fields.remove("AccountSid");
    var nameless = server.post(TextHook.PATH, FORM, "", HookServer.form(fields));
    assertThat(nameless.statusCode()).isEqualTo(403);
    assertThat(nameless.body()).isEqualTo(wrong.body());
    var guessed = "nobody's";
    var content = new StringBuilder();
    new TreeMap<>(fields).forEach((name, value) -> content.append(name).append(value));
    var signed =
        new TwilioSignature(guessed).sign(HookServer.PUBLIC + TextHook.PATH, content.toString());
    assertThat(server.post(TextHook.PATH, FORM, signed, HookServer.form(fields)).statusCode())
        .isEqualTo(403);
    assertThat(door.heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "To=%2", "To=hello", "Body=hi", "\u0000\u0001\u0002"})
  void whatIsNoTextIsMalformed(String body) throws Exception {
    var response = server.post(TextHook.PATH, FORM, "x", body.getBytes(UTF_8));
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"From", "MessageSid"})
  void aSignedTextWithoutAFieldItNeedsIsMalformed(String missing) throws Exception {
    var fields = text("hi");
    fields.remove(missing);
    assertThat(post(TextHook.PATH, fields).statusCode()).isEqualTo(400);
  }

  @Test
  void aSenderWhoCannotBeAnsweredGetsSilence() throws Exception {
    var fields = text("Your code is 1234");
    fields.put("From", "72975");
    var response = post(TextHook.PATH, fields);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).endsWith("<Response/>");
    assertThat(door.heard).isEmpty();
  }

  @Test
  void aBodyOfOver64KilobytesIsTooLarge() throws Exception {
    assertThat(post(TextHook.PATH, text("x".repeat(65_536))).statusCode()).isEqualTo(413);
    assertThat(post(TextHook.PATH, text("x".repeat(65_000))).statusCode()).isEqualTo(200);
  }

  @Test
  void aJsonBodyCountsWhenTheSignedAddressNamesItsHash() throws Exception {
    var json =
        "{\"To\":\"+15550100\",\"From\":\"+15550142\",\"MessageSid\":\"SM9\",\"Body\":\"hü\"}";
    var hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8)));
    var path = TextHook.PATH + "?bodySHA256=" + hash;
    var signature = sign(HookServer.PUBLIC + path, Map.of());
    var type = "application/json";
    assertThat(server.post(path, type, signature, json.getBytes(UTF_8)).statusCode())
        .isEqualTo(200);
    assertThat(door.heard.getFirst().body()).isEqualTo("hü");

    var changed = json.replace("hü", "ho").getBytes(UTF_8);
    assertThat(server.post(path, type, signature, changed).statusCode()).isEqualTo(403);
    var unhashed = sign(HookServer.PUBLIC + TextHook.PATH, Map.of());
    var bare = server.post(TextHook.PATH, type, unhashed, json.getBytes(UTF_8));
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(server.post(path, type, signature, "[1]".getBytes(UTF_8)).statusCode())
        .isEqualTo(400);
    assertThat(door.heard).hasSize(1);
  }

  @Test
  void webhooksAreOnlyPosted() throws Exception {
    assertThat(server.get(TextHook.PATH).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "queued, QUEUED",
    "sending, QUEUED",
    "accepted, QUEUED",
    "sent, SENT",
    "delivered, DELIVERED",
    "read, DELIVERED",
    "undelivered, UNDELIVERED",
    "failed, FAILED",
    "canceled, FAILED"
  })
  void aStatusBecomesAReport(String status, DeliveryState state) throws Exception {
    assertThat(post(StatusHook.PATH, status(status, "30003")).statusCode()).isEqualTo(204);
    assertThat(door.reports)
        .containsExactly(new DeliveryReport("twilio", "SM1", state, Optional.of("30003")));
  }

  @Test
  void aStatusNobodyKnowsIsNoNews() throws Exception {
    assertThat(post(StatusHook.PATH, status("teleported", "")).statusCode()).isEqualTo(204);
    assertThat(door.reports).isEmpty();
    assertThat(post(StatusHook.PATH, status("sent", "0")).statusCode()).isEqualTo(204);
    assertThat(door.reports.getFirst().errorCode()).isEmpty();
  }

  @Test
  void anUnsignedStatusIsNotBelieved() throws Exception {
    var body = HookServer.form(status("failed", ""));
    assertThat(server.post(StatusHook.PATH, FORM, "x", body).statusCode()).isEqualTo(403);
    assertThat(door.reports).isEmpty();
    var fields = status("sent", "");
    fields.remove("MessageStatus");
    assertThat(post(StatusHook.PATH, fields).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var signature = sign(HookServer.PUBLIC + path, fields);
    return server.post(path, FORM, signature, HookServer.form(fields));
  }

  private static String sign(String url, Map<String, String> fields) {
    var content = new StringBuilder();
    new TreeMap<>(fields).forEach((name, value) -> content.append(name).append(value));
    return new TwilioSignature(TOKEN).sign(url, content.toString());
  }

  private static Map<String, String> text(String body) {
    var fields = new TreeMap<String, String>();
    fields.put("MessageSid", "SM1");
    fields.put("AccountSid", "AC1");
    fields.put("From", ADA.e164());
    fields.put("To", OURS.e164());
    fields.put("Body", body);
    fields.put("NumMedia", "0");
    return fields;
  }

  private static Map<String, String> status(String status, String error) {
    var fields = new TreeMap<String, String>();
    fields.put("MessageSid", "SM1");
    fields.put("From", OURS.e164());
    fields.put("To", ADA.e164());
    fields.put("MessageStatus", status);
    fields.put("ErrorCode", error);
    return fields;
  }

  /// Remembers what came in.
  private static final class Door implements TextDoor {
    final List<InboundText> heard = new ArrayList<>();
    final List<DeliveryReport> reports = new ArrayList<>();
    TextReply reply = new TextReply.Texts(List.of());

    @Override
    public TextReply hear(InboundText text) {
      heard.add(text);
      return reply;
    }

    /// No release stands behind this door.
    @Override
    public Optional<Proven<TextReply>> prove(InboundText text, String mark) {
      return Optional.empty();
    }

    @Override
    public void delivered(DeliveryReport report) {
      reports.add(report);
    }
  }
}
