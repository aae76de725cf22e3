package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.web.Browser.Part;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesTest {

  private static final String PHOTOS = "/u/photos/files?control=photos&name=";
  private static final int MEGABYTE = 1024 * 1024;

  private final WebTrial trial = new WebTrial();
  private final Browser browser = new Browser(trial);

  @AfterEach
  void close() {
    browser.close();
    trial.close();
  }

  @Test
  void aPhotoIsKeptWithEveryByteAndGivesTheValueToSendBack() {
    var answer = browser.upload(PHOTOS + "front.jpg", jpeg(50_000));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"file1|front.jpg|image/jpeg|50000\"");
    var kept = trial.door.kept.getFirst();
    assertThat(kept.bytes()).isEqualTo(jpeg(50_000));
    assertThat(kept.control()).isEqualTo("photos");
    assertThat(kept.size()).isEqualTo(50_000);
  }

  @Test
  void tenMegabytesAreTakenAndOneByteMoreIsNot() {
    assertThat(browser.upload(PHOTOS + "a.jpg", jpeg(10 * MEGABYTE)).statusCode()).isEqualTo(200);
    var more = browser.upload(PHOTOS + "a.jpg", jpeg(10 * MEGABYTE + 1));

    assertThat(more.statusCode()).isEqualTo(413);
    assertThat(more.body()).contains("larger than 10 MB");
    assertThat(browser.upload(PHOTOS + "a.jpg", jpeg(11 * MEGABYTE)).statusCode()).isEqualTo(413);
    assertThat(trial.door.kept).hasSize(1);
  }

  @Test
  void aFileIsWhatItsContentSaysAndNotWhatItsNameSays() {
    var script = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    var program = new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0};

    assertThat(browser.upload(PHOTOS + "cat.jpg", script).statusCode()).isEqualTo(415);
    assertThat(browser.upload(PHOTOS + "cat.png", program).statusCode()).isEqualTo(415);
    assertThat(browser.upload(PHOTOS + "notes.txt", "Hi".getBytes(StandardCharsets.UTF_8)).body())
        .contains("Taken are: JPEG, PNG, HEIC, PDF.");
    assertThat(trial.door.kept).isEmpty();
    assertThat(browser.upload(PHOTOS + "run.exe", jpeg(100)).body()).contains("|image/jpeg|");
  }

  @Test
  void anEmptyFileIsToldSo() {
    assertThat(browser.upload(PHOTOS + "a.jpg", new byte[0]).statusCode()).isEqualTo(422);
  }

  @Test
  void aFileNeedsAPageThatAsksForIt() {
    assertThat(browser.upload("/u/photos/files?control=other&name=a", jpeg(9)).statusCode())
        .isEqualTo(409);
    assertThat(browser.upload("/u/booking/files?control=photos&name=a", jpeg(9)).statusCode())
        .isEqualTo(409);
    assertThat(browser.upload("/u/expired/files?control=photos&name=a", jpeg(9)).statusCode())
        .isEqualTo(409);
    assertThat(trial.door.kept).isEmpty();
  }

  @Test
  void aNameIsNeverAPath() {
    browser.upload(PHOTOS + "..%2F..%2Fetc%2Fpasswd", jpeg(9));
    browser.upload(PHOTOS + "C%3A%5Cwindows%5Cwin.ini", jpeg(9));
    browser.upload(PHOTOS + "a%00b%0D%0AX-Evil%3A+1.jpg", jpeg(9));
    browser.upload(PHOTOS + "x".repeat(4000) + ".jpg", jpeg(9));

    assertThat(trial.door.kept).extracting(SampleDoor.Kept::name).hasSize(4);
    assertThat(trial.door.kept.get(0).name()).isEqualTo("passwd");
    assertThat(trial.door.kept.get(1).name()).isEqualTo("win.ini");
    assertThat(trial.door.kept.get(2).name()).isEqualTo("abX-Evil 1.jpg");
    assertThat(trial.door.kept.get(3).name()).hasSize(100).endsWith("….jpg");
  }

  @Test
  void withoutScriptFilesComeWithTheForm() {
    var answer =
        browser.multipart(
            "/u/photos",
            List.of(
                Part.field("_page", "token-1"),
                Part.field("photos", "f1|kitchen-window.jpg|image/jpeg|2411724"),
                Part.file("photos", "one.jpg", "text/html", jpeg(300)),
                Part.file("photos", "two.jpg", "image/jpeg", jpeg(400)),
                Part.file("estimate", "", "application/octet-stream", new byte[0]),
                Part.file("intruder", "x.jpg", "image/jpeg", jpeg(9)),
                Part.field("_button", "go")));

    assertThat(answer.statusCode()).isEqualTo(303);
    var sent = trial.door.submitted.getFirst();
    assertThat(sent.button()).contains("go");
    assertThat(sent.fields())
        .containsOnlyKeys("photos")
        .extractingByKey("photos")
        .isEqualTo(
            List.of(
                "f1|kitchen-window.jpg|image/jpeg|2411724",
                "file1|one.jpg|image/jpeg|300",
                "file2|two.jpg|image/jpeg|400"));
  }

  @Test
  void withoutScriptARefusedFileIsExplainedUnderItsQuestionAndTheGoodOnesAreKept() {
    var answer =
        browser.multipart(
            "/u/photos",
            List.of(
                Part.field("_page", "token-1"),
                Part.file("photos", "good.jpg", "image/jpeg", jpeg(300)),
                Part.file("estimate", "large.pdf", "application/pdf", pdf(11 * MEGABYTE))));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"c-estimate-error\"", "larger than 10 MB", "Please look at one answer")
        .contains("value=\"file1|good.jpg|image/jpeg|300\"")
        .doesNotContain("kitchen-window");
    assertThat(trial.door.submitted).isEmpty();
  }

  @Test
  void aRequestBeyondReasonIsRefusedBeforeItIsRead() {
    var parts =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(i -> Part.file("photos", i + ".jpg", "image/jpeg", jpeg(11 * MEGABYTE)))
            .toList();
    var answer = browser.multipart("/u/photos", parts);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("That was too much at once");
    assertThat(trial.door.kept).isEmpty();
  }

  @Test
  void aFormWithMorePartsThanUsualIsRead() {
    var parts =
        java.util.stream.IntStream.range(0, 120)
            .mapToObj(i -> Part.field("field" + i, "value"))
            .toList();

    assertThat(browser.multipart("/u/photos", parts).statusCode()).isEqualTo(303);
    assertThat(trial.door.submitted.getFirst().fields()).hasSize(120);
  }

  private static byte[] jpeg(int size) {
    return starting(size, 0xff, 0xd8, 0xff, 0xe0);
  }

  private static byte[] pdf(int size) {
    return starting(size, '%', 'P', 'D', 'F', '-');
  }

  private static byte[] starting(int size, int... head) {
    var bytes = new byte[size];
    Arrays.fill(bytes, (byte) 7);
    for (var i = 0; i < Math.min(size, head.length); i++) {
      bytes[i] = (byte) head[i];
    }
    return bytes;
  }
}
