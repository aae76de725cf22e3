package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Message;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twilio's SDK writes the same reply, byte for byte, as far as XML can carry it.
class TwiMLTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Ada", "", " ", "a & b < c > d", "\"quoted\" and 'quoted'", "line\nline\ttab",
            "a\rb\r\nc",
        "ü € ß 日本語 العربية", "😀 👩‍👩‍👧‍👦 🇩🇪", "]]>", "<![CDATA[x]]>", "&amp;",
            "\u00a0\u2028\u0085\u007f", "\ufffd"
      })
  void theSdkWritesTheSame(String body) throws Exception {
    assertThat(ours(body)).isEqualTo(theirs(body));
  }

  @Test
  void severalTextsAreSeveralMessages() throws Exception {
    assertThat(ours()).isEqualTo(theirs());
    assertThat(ours("one", "two", "")).isEqualTo(theirs("one", "two", ""));
  }

  @Test
  void anyTextComesBackFromAnyReaderOfXml() throws Exception {
    var random = new Random(7);
    for (var i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      random
          .ints(random.nextInt(1, 40), 0, 0x11_0000)
          .map(sign -> random.nextBoolean() ? sign % 0x300 : sign)
          .filter(sign -> sign < 0xd800 || sign > 0xdfff)
          .forEach(text::appendCodePoint);
      var expected =
          text.toString().replaceAll("[\u0000-\u0008\u000b\f\u000e-\u001f\ufffe\uffff]", "");
      assertThat(read(TwiML.messages(List.of(text.toString())))).isEqualTo(expected);
    }
  }

  @Test
  void halfASurrogatePairIsLeftOut() throws Exception {
    assertThat(read(TwiML.messages(List.of("a\ud83db\ude00c")))).isEqualTo("abc");
  }

  private static String ours(String... bodies) {
    return new String(TwiML.messages(List.of(bodies)), UTF_8);
  }

  private static String theirs(String... bodies) throws Exception {
    var response = new MessagingResponse.Builder();
    for (var body : bodies) {
      response.message(new Message.Builder(body).build());
    }
    return response.build().toXml();
  }

  private static String read(byte[] xml) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    var texts = new ArrayList<String>();
    var messages = document.getElementsByTagName("Message");
    for (var i = 0; i < messages.getLength(); i++) {
      texts.add(messages.item(i).getTextContent());
    }
    return String.join("|", texts);
  }
}
