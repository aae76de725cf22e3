package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.wayfare.connector.MailOutcome.AddressRefused;
import dev.wayfare.connector.MailOutcome.Broken;
import dev.wayfare.connector.MailOutcome.Later;
import dev.wayfare.connector.MailOutcome.Refused;
import dev.wayfare.connector.MailOutcome.Sent;
import dev.wayfare.connector.MailOutcome.TooSlow;
import dev.wayfare.connector.MailOutcome.Unreachable;
import dev.wayfare.connector.MailServer.Security;
import dev.wayfare.connector.MailServer.SignIn;
import dev.wayfare.connector.OutboundEmail.Attachment;
import dev.wayfare.db.Ports;
import dev.wayfare.kernel.Secret;
import dev.wayfare.testing.SteppingClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailerTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final SignIn SIGN_IN = new SignIn("desk", Secret.of("hush"));

  @TempDir private static Path folder;
  private static TestCertificates certificates;

  private final SteppingClock clock = new SteppingClock();
  private final Mailer mailer = mailer(Tls.usual());
  private final SmtpServer smtp = new SmtpServer();

  @BeforeAll
  static void make() {
    certificates = TestCertificates.forName("mail.example", folder);
  }

  @AfterEach
  void close() {
    mailer.close();
    smtp.close();
  }

  private Mailer mailer(SSLContext tls) {
    return new Mailer(
        new Guard(OutboundPolicy.of("127.0.0.1"), Calls.named("127.0.0.1")), tls, clock);
  }

  private static MailServer server(int port, Security security, Optional<SignIn> signIn) {
    return new MailServer(
        "mail.example", port, security, signIn, "desk@parcels.example", "Parcel desk");
  }

  private static OutboundEmail email(String key) {
    return new OutboundEmail(
        List.of("ada@home.example"),
        List.of(),
        Optional.empty(),
        "Your parcel",
        "It comes today.",
        Optional.empty(),
        List.of(),
        key);
  }

  private MailOutcome send() {
    return mailer.send(server(smtp.port(), Security.NONE, Optional.empty()), email("k"), LONG);
  }

  // --- with a whole mail server

  @Test
  void textHtmlAndFilesArriveAsTheyWereSent() throws Exception {
    var green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    green.start();
    try {
      var email =
          new OutboundEmail(
              List.of("ada@home.example", "bob@home.example"),
              List.of("cleo@home.example"),
              Optional.of("answers@parcels.example"),
              "Grüße\r\nBcc: mallory@evil.example",
              "Heute, ja.\n.\nEnde",
              Optional.of("<p>Heute, <b>ja</b>.</p>"),
              List.of(
                  new Attachment(
                      "../étiquette\r\nX-Evil: 1.pdf", "application/pdf", new byte[] {0, 1, -1}),
                  new Attachment("note.txt", "text/plain\r\nX-Evil: 1", new byte[] {'h', 'i'})),
              "journey/7");
      var outcome =
          mailer.send(
              server(green.getSmtp().getPort(), Security.NONE, Optional.empty()), email, LONG);

      assertThat(outcome).isInstanceOf(Sent.class);
      assertThat(green.getReceivedMessages()).hasSize(3);
      var message = green.getReceivedMessages()[0];
      assertThat(message.getSubject()).isEqualTo("Grüße Bcc: mallory@evil.example");
      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getHeader("From", ",")).isEqualTo("Parcel desk <desk@parcels.example>");
      assertThat(message.getHeader("To", ",").replaceAll("\\s+", " "))
          .isEqualTo("ada@home.example, bob@home.example");
      assertThat(message.getHeader("Cc", ",")).isEqualTo("cleo@home.example");
      assertThat(message.getHeader("Reply-To", ",")).isEqualTo("answers@parcels.example");
      assertThat(message.getHeader("Message-ID", ",")).isEqualTo(((Sent) outcome).messageId());
      assertThat(message.getSentDate().toInstant())
          .isEqualTo(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
      assertParts(message);
    } finally {
      green.stop();
    }
  }

  private static void assertParts(MimeMessage message) throws Exception {
    var parts = (Multipart) message.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    var words = (Multipart) parts.getBodyPart(0).getContent();
    assertThat(words.getContentType()).startsWith("multipart/alternative");
    assertThat(words.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
        .isEqualTo("Heute, ja.\n.\nEnde");
    assertThat(words.getBodyPart(1).getContent()).isEqualTo("<p>Heute, <b>ja</b>.</p>");
    assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
    var label = parts.getBodyPart(1);
    assertThat(label.getFileName()).isEqualTo(".._étiquette X-Evil: 1.pdf");
    assertThat(label.getContentType()).startsWith("application/pdf");
    assertThat(label.getInputStream().readAllBytes()).containsExactly(0, 1, -1);
    assertThat(parts.getBodyPart(2).getContentType()).startsWith("application/octet-stream");
    for (var each = 0; each < parts.getCount(); each++) {
      BodyPart part = parts.getBodyPart(each);
      assertThat(part.getHeader("X-Evil")).isNull();
    }
  }

  @Test
  void aRepeatCarriesTheSameMessageId() {
    var first = send();
    assertThat(first).isInstanceOf(Sent.class);
    assertThat(send()).isEqualTo(first);
    assertThat(
            mailer.send(server(smtp.port(), Security.NONE, Optional.empty()), email("other"), LONG))
        .isNotEqualTo(first);
    assertThat(smtp.lines().stream().filter(it -> it.startsWith("Message-ID: ")).distinct())
        .hasSize(2)
        .contains("Message-ID: " + ((Sent) first).messageId());
  }

  // --- refusals

  @Test
  void aBadRecipientIsNamedAndNobodyGetsTheEmail() {
    smtp.reply("RCPT TO:<bob", "550 5.1.1 No such user here");
    var email =
        new OutboundEmail(
            List.of("ada@home.example", "bob@home.example"),
            List.of(),
            Optional.empty(),
            "Hi",
            "Hi",
            Optional.empty(),
            List.of(),
            "k");
    var outcome = mailer.send(server(smtp.port(), Security.NONE, Optional.empty()), email, LONG);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AddressRefused.class,
            it -> {
              assertThat(it.address()).isEqualTo("bob@home.example");
              assertThat(it.reply()).contains("550 5.1.1 No such user here");
            });
    assertThat(smtp.lines()).doesNotContain("DATA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "@home.example",
        "ada@",
        "ada@home..example",
        "ada@home.example\r\nRCPT TO:<x@y.z>",
        "ada@home.example, bob@home.example",
        "Ada <ada@home.example>",
        "ada @home.example",
        "\"a b\"@home.example",
        "ada@[127.0.0.1]",
        "ada@127.0.0.1",
        "ada\u0000@home.example",
        "ada@höme.example",
        ""
      })
  void whatIsNoAddressIsNotEvenAskedFor(String address) {
    var email =
        new OutboundEmail(
            List.of(address),
            List.of(),
            Optional.empty(),
            "Hi",
            "Hi",
            Optional.empty(),
            List.of(),
            "k");
    assertThat(mailer.send(server(smtp.port(), Security.NONE, Optional.empty()), email, LONG))
        .isInstanceOfSatisfying(
            AddressRefused.class, it -> assertThat(it.address()).isEqualTo(address));
    assertThat(smtp.connections()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 busy",
    "GREETING, 554 go away",
    "GREETING, what?",
    "GREETING, CUT",
  })
  void aServerThatDoesNotGreetIsTriedLater(String command, String reply) {
    smtp.reply(command, reply);
    assertThat(send())
        .isInstanceOfAny(Unreachable.class, Broken.class)
        .isNotInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL FROM", "DATA", "MESSAGE"})
  void aRefusalForGoodIsOne(String command) {
    smtp.reply(command, "554 5.7.1 Not from you");
    assertThat(send())
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.sentence()).contains("554 5.7.1 Not from you"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL FROM", "RCPT TO", "DATA", "MESSAGE"})
  void aRefusalForNowIsTriedLater(String command) {
    smtp.reply(command, "451 4.7.1 Greylisted");
    assertThat(send()).isInstanceOf(Later.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL FROM", "RCPT TO", "DATA", "MESSAGE"})
  void aConnectionThatBreaksIsSaidSo(String command) {
    smtp.reply(command, "CUT");
    assertThat(send()).isInstanceOfAny(Broken.class, Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "RCPT TO", "MESSAGE"})
  void aSlowServerIsNotWaitedFor(String command) {
    smtp.reply(command, "WAIT");
    var server = server(smtp.port(), Security.NONE, Optional.empty());
    assertThat(mailer.send(server, email("k"), Duration.ofMillis(500)))
        .isEqualTo(new TooSlow(Duration.ofMillis(500)));
  }

  @Test
  void nobodyThereIsSaidSo() {
    var port = Ports.free();
    assertThat(mailer.send(server(port, Security.NONE, Optional.empty()), email("k"), LONG))
        .isEqualTo(new Unreachable("mail.example takes no connection."));
  }

  @Test
  void aMailServerInsideTheNetworkIsNotCalled() {
    try (var tripwire = new Tripwire();
        var careful =
            new Mailer(
                new Guard(OutboundPolicy.of(""), Calls.named("127.0.0.1", "::1", "10.0.0.1")),
                Tls.usual(),
                clock)) {
      for (var security : Security.values()) {
        assertThat(
                careful.send(server(tripwire.port(), security, Optional.empty()), email("k"), LONG))
            .isInstanceOfSatisfying(
                Refused.class, it -> assertThat(it.sentence()).contains("--allow-outbound"));
      }
      assertThat(tripwire.connections()).isZero();
    }
  }

  // --- TLS

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theCertificateIsCheckedBeforeAnythingIsSaid(boolean fromTheStart) {
    var security = fromTheStart ? Security.TLS : Security.STARTTLS;
    try (var secure = new SmtpServer(Optional.of(certificates.server()), fromTheStart);
        var trusting = mailer(certificates.trusting())) {
      var right = server(secure.port(), security, Optional.of(SIGN_IN));
      var wrong =
          new MailServer(
              "other.example", secure.port(), security, Optional.of(SIGN_IN), right.from(), "");

      assertThat(trusting.send(wrong, email("k"), LONG))
          .isEqualTo(
              new Unreachable("The certificate that other.example shows is for another name."));
      assertThat(mailer.send(right, email("k"), LONG))
          .isEqualTo(
              new Unreachable(
                  "The certificate of mail.example comes from nobody that this server trusts."));
      assertThat(secure.lines()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));

      assertThat(trusting.send(right, email("k"), LONG)).isInstanceOf(Sent.class);
      assertThat(secure.lines()).anyMatch(it -> it.startsWith("AUTH"));
    }
  }

  @Test
  void aServerWithoutStartTlsGetsNoPassword() {
    var outcome =
        mailer.send(server(smtp.port(), Security.STARTTLS, Optional.of(SIGN_IN)), email("k"), LONG);
    assertThat(outcome).isInstanceOf(Unreachable.class);
    assertThat(smtp.lines()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
  }

  @Test
  void aWrongPasswordIsRefusedAndNotTold() {
    try (var secure = new SmtpServer(Optional.of(certificates.server()), true);
        var trusting = mailer(certificates.trusting())) {
      secure.reply("AUTH", "535 5.7.8 hush is wrong");
      assertThat(
              trusting.send(
                  server(secure.port(), Security.TLS, Optional.of(SIGN_IN)), email("k"), LONG))
          .isEqualTo(
              new Refused("The mail server mail.example does not accept the user and password."));
    }
  }

  @Test
  void aTrialSignsInAndLeavesWithoutAWordToAnybody() {
    try (var secure = new SmtpServer(Optional.of(certificates.server()), false);
        var trusting = mailer(certificates.trusting())) {
      var right = server(secure.port(), Security.STARTTLS, Optional.of(SIGN_IN));
      assertThat(trusting.trouble(right, LONG)).isEmpty();
      assertThat(secure.lines())
          .anyMatch(it -> it.startsWith("STARTTLS"))
          .anyMatch(it -> it.startsWith("AUTH"))
          .noneMatch(it -> it.startsWith("MAIL") || it.startsWith("RCPT"));

      secure.reply("AUTH", "535 5.7.8 hush is wrong");
      assertThat(trusting.trouble(right, LONG))
          .contains(
              new Refused("The mail server mail.example does not accept the user and password."));
      assertThat(mailer.trouble(right, LONG))
          .contains(
              new Unreachable(
                  "The certificate of mail.example comes from nobody that this server trusts."));
    }
    assertThat(mailer.trouble(server(smtp.port(), Security.STARTTLS, Optional.of(SIGN_IN)), LONG))
        .containsInstanceOf(Unreachable.class);
  }

  // --- stored settings

  @Test
  void storedSettingsBecomeAMailServer() {
    assertThat(
            MailServer.read(
                Map.of(
                    "host", "mail.example",
                    "user", "desk",
                    "from", "desk@parcels.example",
                    "from_name", "Parcel desk"),
                Optional.of(Secret.of("hush"))))
        .isEqualTo(
            new MailServer.Reading.Good(server(587, Security.STARTTLS, Optional.of(SIGN_IN))));
  }

  @Test
  void allThatIsWrongWithSettingsIsToldAtOnce() {
    var settings =
        Map.of("host", "127.1", "port", "0", "security", "none", "user", "ada", "from", "nobody");
    assertThat(MailServer.read(settings, Optional.empty()))
        .isInstanceOfSatisfying(
            MailServer.Reading.Mistakes.class,
            it ->
                assertThat(it.mistakes())
                    .extracting(SettingMistake::setting)
                    .containsExactly("host", "port", "from", "user"));
  }
}
