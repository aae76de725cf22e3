package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Files that people gave on a page, as a real mail server gets them: attached to the email of a
/// step.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailFilesTest {
  private static final int MEGABYTE = 1024 * 1024;

  private static final String APP =
      """
      wayfare: 1
      name: papers
      title: Papers
      variables: {files: list, what: text, small: file}
      triggers:
        visit: {type: web, flow: send}
      flows:
        send:
          channel: web
          start: page
          steps:
            page:
              type: page
              title: Your papers
              controls:
                - {type: file, id: given, label: Papers, most: 5, into: files}
                - {type: text_field, id: wish, label: Wish, into: what}
                - {type: button, id: go, label: Send}
              next: which
            which:
              type: branch
              cases:
                - {when: "what == 'shrink'", next: shrink}
                - {when: "what == 'delete'", next: delete}
                - {when: "what == 'words'", next: words}
              otherwise: mail
            shrink: {type: file, do: shrink, file: "files[0]", longest_side: 40, into: small, next: both, failed: sorry}
            both: {type: email, from: desk, to: "'ann@example.com'", subject: Both, text: Both., attachments: "[small, files]", next: sent, failed: sorry}
            delete: {type: file, do: delete, file: "files[0]", next: mail, failed: sorry}
            words: {type: email, from: desk, to: "'ann@example.com'", subject: No file, text: None., attachments: "what", next: sent, failed: sorry}
            mail: {type: email, from: desk, to: "'ann@example.com'", subject: Papers, text: Here they are., attachments: "files", next: sent, failed: sorry}
            sent: {type: page, title: Sent}
            sorry: {type: page, title: "Not sent ({{ error.code }})"}
      """;

  private final TestWorld world = new TestWorld();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeAll
  void publish() {
    mail.start();
    world.saves("papers", APP);
    var server =
        world
            .api()
            .post(
                "accounts",
                Map.of(
                    "environment",
                    "Production",
                    "kind",
                    "smtp",
                    "name",
                    "Mail",
                    "settings",
                    Map.of(
                        "host", "127.0.0.1", "port", mail.getSmtp().getPort(), "security", "none")))
            .path("id")
            .asString();
    var desk =
        world
            .api()
            .post(
                "resources",
                Map.of(
                    "kind",
                    "email_address",
                    "account",
                    server,
                    "address",
                    "desk@example.com",
                    "display_name",
                    "The desk"))
            .path("id")
            .asString();
    world.api().put("apps/papers/profiles/Production/bindings/desk", Map.of("resource", desk));
    world.publishes("papers");
  }

  @BeforeEach
  void emptyTheMailbox() throws Exception {
    mail.purgeEmailFromAllMailboxes();
  }

  @AfterAll
  void close() {
    mail.stop();
    world.close();
  }

  private Visitor somebody() {
    return world.opens(world.startingLink("papers"));
  }

  /// A part of an email as whoever reads it sees it.
  private record Shown(String name, String type, byte[] content) {
    static Shown of(BodyPart part) throws Exception {
      return new Shown(
          part.getFileName() == null ? "" : MimeUtility.decodeText(part.getFileName()),
          part.getContentType().replaceAll("(?s);.*", ""),
          part.getInputStream().readAllBytes());
    }
  }

  private List<Shown> received() throws Exception {
    assertThat(mail.getReceivedMessages()).hasSize(1);
    var parts = (Multipart) mail.getReceivedMessages()[0].getContent();
    var shown = new ArrayList<Shown>();
    for (var each = 0; each < parts.getCount(); each++) {
      shown.add(Shown.of(parts.getBodyPart(each)));
    }
    return shown;
  }

  @Test
  void severalFilesArriveWithNameTypeAndBytes() throws Exception {
    var picture = SmallImageTest.written(SmallImageTest.halves(60, 30), "png");
    var paper = "%PDF-1.4\nété\u0000\r\n.\r\n".getBytes(UTF_8);
    var ada =
        somebody()
            .attaches("given", "été.png", picture)
            .attaches("given", "claim.pdf", paper)
            .presses("go");
    assertThat(ada.title()).isEqualTo("Sent");
    var parts = received();
    assertThat(parts).hasSize(3);
    assertThat(new String(parts.get(0).content(), UTF_8)).isEqualTo("Here they are.");
    assertThat(parts.get(1).name()).isEqualTo("été.png");
    assertThat(parts.get(1).type()).isEqualTo("image/png");
    assertThat(parts.get(1).content()).isEqualTo(picture);
    assertThat(parts.get(2).name()).isEqualTo("claim.pdf");
    assertThat(parts.get(2).type()).isEqualTo("application/pdf");
    assertThat(parts.get(2).content()).isEqualTo(paper);
  }

  @Test
  void aPictureThatAFileStepMadeSmallArrivesBesideTheLargeOne() throws Exception {
    var picture = SmallImageTest.written(SmallImageTest.halves(400, 200), "jpeg");
    var bo =
        somebody().attaches("given", "hail.jpg", picture).fills("wish", "shrink").presses("go");
    assertThat(bo.title()).isEqualTo("Sent");
    var parts = received();
    assertThat(parts.stream().map(Shown::name)).containsExactly("", "hail.jpg", "hail.jpg");
    assertThat(parts.get(1).content().length).isPositive().isLessThan(picture.length);
    assertThat(parts.get(2).content()).isEqualTo(picture);
  }

  @Test
  void anEmailWithoutAnyFileIsAnEmail() throws Exception {
    assertThat(somebody().presses("go").title()).isEqualTo("Sent");
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(mail.getReceivedMessages()[0].getContent()).asString().contains("Here they are.");
  }

  @Test
  void aFileThatIsGoneFailsTheStepAndNothingIsSent() throws Exception {
    var cy =
        somebody()
            .attaches("given", "a.pdf", "%PDF-1.4".getBytes(UTF_8))
            .fills("wish", "delete")
            .presses("go");
    assertThat(cy.title()).isEqualTo("Not sent (FILE_MISSING)");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void whatIsNoFileFailsTheStep() throws Exception {
    assertThat(somebody().fills("wish", "words").presses("go").title())
        .isEqualTo("Not sent (FILE_MISSING)");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void moreThanAnEmailTakesFailsTheStep() throws Exception {
    var large = new byte[10 * MEGABYTE - 1000];
    System.arraycopy("%PDF-1.4".getBytes(UTF_8), 0, large, 0, 8);
    var di =
        somebody()
            .attaches("given", "one.pdf", large)
            .attaches("given", "two.pdf", large)
            .presses("go");
    assertThat(di.title()).isEqualTo("Not sent (EMAIL_TOO_LARGE)");
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(world.trail()).contains("20.0 MB").contains("18 MB");
  }
}
