package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Twilio's own documents and its own SDK judge our signatures.
class TwilioSignatureTest {

  private static final TwilioSignature OURS = new TwilioSignature("12345");
  private static final RequestValidator THEIRS = new RequestValidator("12345");
  private static final String DOCUMENTED =
      "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";

  /// The cases of Twilio's documents and of its SDKs' tests.
  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com:1234/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
    "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
  })
  void thePublishedCasesAgree(String url, String signature) {
    var fields = form(DOCUMENTED);
    assertThat(OURS.matches(signature, url, fields.signed())).isTrue();
    assertThat(THEIRS.validate(url, map(fields), signature)).isTrue();
    assertThat(OURS.matches(signature.replace('R', 'Q').replace('0', '1') + "x", url, ""))
        .isFalse();
  }

  @Test
  void thePublishedCaseOfAJsonBodyAgrees() throws Exception {
    var body = "{\"property\": \"value\", \"boolean\": true}";
    var hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    var url = "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=" + hash;
    var signature = "a9nBmqA0ju/hNViExpshrM61xv4=";
    assertThat(THEIRS.validate(url, body, signature)).isTrue();
    assertThat(OURS.matches(signature, url, "")).isTrue();
    assertThat(TwilioSignature.bodyMatches(hash, body.getBytes(UTF_8))).isTrue();
    assertThat(TwilioSignature.bodyMatches(hash, (body + " ").getBytes(UTF_8))).isFalse();
  }

  /// Twilio's other SDKs sort the values of a repeated name and count the same pair once.
  @Test
  void repeatedNamesAreSignedAsTwilioSignsThem() {
    var fields = form("b=2&a=z&a=a&a=z&b=");
    assertThat(fields.signed()).isEqualTo("aaazbb2");
  }

  @Test
  void theSdkAgreesOnAnyFormAndAddress() {
    var random = new Random(20_261_123);
    for (var i = 0; i < 3_000; i++) {
      var url = url(random);
      var fields = form(fields(random));
      var other = random.nextInt(3) == 0;
      var signature = OURS.sign(other ? TwilioSignature.otherPort(url) : url, fields.signed());
      assertThat(THEIRS.validate(url, map(fields), signature)).as("%s", url).isTrue();
      assertThat(OURS.matches(signature, url, fields.signed())).as("%s", url).isTrue();
      assertThat(OURS.matches(signature, url.replace("go.", "no."), fields.signed())).isFalse();
      assertThat(OURS.matches(signature, url, fields.signed() + "x")).isFalse();
      assertThat(new TwilioSignature("other").matches(signature, url, fields.signed())).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, https://a.example:443/x",
    "http://a.example?x=http://b:1/, http://a.example:80?x=http://b:1/",
    "https://a.example:8443/x:1, https://a.example/x:1",
    "https://[::1]/x, https://[::1]:443/x",
    "https://[::1]:8443/x, https://[::1]/x",
    "https://a.example/%C3%BC?x=@:1, https://a.example:443/%C3%BC?x=@:1",
    "https://user:pw@a.example/x, https://user:pw@a.example:443/x",
  })
  void aPortIsAddedOrTakenAway(String url, String other) {
    assertThat(TwilioSignature.otherPort(url)).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({"%", "a=%4", "a=%zz", "%c=1"})
  void aBrokenEscapeIsNoForm(String text) {
    assertThat(Fields.parse(text.getBytes(UTF_8))).isEmpty();
  }

  private static Fields form(String text) {
    return Fields.parse(text.getBytes(UTF_8)).orElseThrow();
  }

  private static Map<String, String> map(Fields fields) {
    var map = new HashMap<String, String>();
    fields.all().forEach(field -> map.put(field.name(), field.value()));
    return map;
  }

  private static String url(Random random) {
    var schemes = List.of("http", "https");
    var ports = List.of("", ":80", ":443", ":8080", ":65535");
    var paths = List.of("/hooks/twilio/text", "/a%20b", "/", "", "/x/y.z");
    var queries = List.of("", "?a=1", "?q=a%20b&r=c", "?a=1&a=2", "?x=y:z/");
    return pick(random, schemes)
        + "://go.example.com"
        + pick(random, ports)
        + pick(random, paths)
        + pick(random, queries);
  }

  private static String fields(Random random) {
    var values =
        List.of(
            "", "a", "ü €", "😀 & = + %", "'\"<>", "+15550100", "\n\r\t", "日本語", "ß".repeat(40));
    var names =
        List.of("Body", "From", "To", "body", "Zz", "A", "a_b", "NumMedia", "Ünicode", "Media Url");
    var pairs = new ArrayList<String>();
    for (var name : names) {
      if (random.nextBoolean()) {
        pairs.add(
            random.nextInt(pairs.size() + 1), encode(name) + "=" + encode(pick(random, values)));
      }
    }
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
