package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

  @ParameterizedTest
  @CsvSource({
    "ffd8ffe000104a46, image/jpeg",
    "89504e470d0a1a0a, image/png",
    "474946383961, image/gif",
    "524946460000000057454250, image/webp",
    "524946460000000057415645, application/octet-stream",
    "000000186674797068656963, image/heic",
    "000000186674797061766966, image/avif",
    "0000001866747970717420 20, video/quicktime",
    "255044462d312e37, application/pdf",
    "504b0304, application/zip",
    "48656c6c6f0a, text/plain",
    "48656c6c6fc3, text/plain",
    "48ff656c6c6f, application/octet-stream",
    "4d5a9000, application/octet-stream",
    "7f454c46, application/octet-stream",
    "3c737667206f6e6c6f61643d, text/html",
    "efbbbf203c21444f4354595045, text/html",
    "3c3f786d6c, text/html",
    "ff, application/octet-stream",
    "ffd8, application/octet-stream"
  })
  void aFileIsWhatItsFirstBytesSay(String hex, String type) {
    assertThat(FileType.of(HexFormat.of().parseHex(hex.replace(" ", "")), "x.jpg")).isEqualTo(type);
  }

  @Test
  void anOfficeFileIsToldFromAnyOtherArchive() throws IOException {
    assertThat(zip("[Content_Types].xml", "word/document.xml"))
        .endsWith("wordprocessingml.document");
    assertThat(zip("[Content_Types].xml", "xl/workbook.xml")).endsWith("spreadsheetml.sheet");
    assertThat(zip("word/document.xml")).isEqualTo("application/zip");
  }

  @Test
  void aTableOfTextIsKnownByItsName() {
    var text = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);

    assertThat(FileType.of(text, "List.CSV")).isEqualTo("text/csv");
    assertThat(FileType.of(text, "list.html")).isEqualTo("text/plain");
  }

  @Test
  void aStarTakesAWholeFamilyButNeverAPictureThatCanRun() {
    assertThat(FileType.taken("image/png", List.of("image/*"))).isTrue();
    assertThat(FileType.taken("image/svg+xml", List.of("image/*"))).isFalse();
    assertThat(FileType.taken("imagery/png", List.of("image/*"))).isFalse();
    assertThat(FileType.taken("image/png", List.of("application/pdf"))).isFalse();
    assertThat(FileType.named(".PDF")).isEqualTo("application/pdf");
  }

  private static String zip(String... names) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    return FileType.of(out.toByteArray(), "a.zip");
  }
}
