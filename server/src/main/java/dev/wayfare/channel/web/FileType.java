package dev.wayfare.channel.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a file is, by its first bytes. What the browser or the name says is not asked, but for
/// telling a table of text (`.csv`) from other text.
public final class FileType {

  /// As many bytes as one look needs.
  public static final int HEAD = 8192;

  static final String UNKNOWN = "application/octet-stream";

  /// Taken where a control lists no types of its own.
  public static final List<String> USUAL =
      List.of(
          "image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "application/pdf");

  private static final Map<String, String> OFFICE =
      Map.of(
          "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry(".jpg", "image/jpeg"),
          Map.entry(".jpeg", "image/jpeg"),
          Map.entry(".png", "image/png"),
          Map.entry(".gif", "image/gif"),
          Map.entry(".webp", "image/webp"),
          Map.entry(".heic", "image/heic"),
          Map.entry(".heif", "image/heic"),
          Map.entry(".avif", "image/avif"),
          Map.entry(".pdf", "application/pdf"),
          Map.entry(".txt", "text/plain"),
          Map.entry(".csv", "text/csv"),
          Map.entry(".zip", "application/zip"),
          Map.entry(".mp4", "video/mp4"),
          Map.entry(".mov", "video/quicktime"),
          Map.entry(".docx", OFFICE.get("word/")),
          Map.entry(".xlsx", OFFICE.get("xl/")),
          Map.entry(".pptx", OFFICE.get("ppt/")),
          Map.entry(".odt", "application/vnd.oasis.opendocument.text"),
          Map.entry(".ods", "application/vnd.oasis.opendocument.spreadsheet"));

  private static final List<String> MARKUP = List.of("<!doctype", "<html", "<script", "<svg", "<?");

  private FileType() {}

  public static String of(byte[] head, String name) {
    if (starts(head, 0, 0xff, 0xd8, 0xff)) {
      return "image/jpeg";
    }
    if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return "image/png";
    }
    if (starts(head, 0, 'G', 'I', 'F', '8') && (at(head, 4) == '7' || at(head, 4) == '9')) {
      return "image/gif";
    }
    if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
    }
    if (starts(head, 4, 'f', 't', 'y', 'p')) {
      return byBrand(latin(head, 8, 12));
    }
    if (starts(head, 0, '%', 'P', 'D', 'F', '-')) {
      return "application/pdf";
    }
    if (starts(head, 0, 'P', 'K', 3, 4)) {
      return archive(latin(head, 0, head.length));
    }
    return text(head, name);
  }

  /// The media type an ending stands for; a media type stands for itself.
  static String named(String typeOrEnding) {
    var lower = typeOrEnding.toLowerCase(Locale.ROOT);
    return ENDINGS.getOrDefault(lower, lower);
  }

  /// Whether the list takes this type; `image/*` takes every image.
  public static boolean taken(String type, List<String> listed) {
    return listed.stream()
        .anyMatch(
            one ->
                one.equals(type)
                    || one.endsWith("/*")
                        && type.startsWith(one.substring(0, one.length() - 1))
                        && !type.startsWith("image/svg"));
  }

  private static String byBrand(String brand) {
    return switch (brand) {
      case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1" -> "image/heic";
      case "avif", "avis" -> "image/avif";
      case "qt  " -> "video/quicktime";
      case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V " -> "video/mp4";
      default -> UNKNOWN;
    };
  }

  private static String archive(String head) {
    if (head.startsWith("mimetypeapplication/vnd.oasis.opendocument.", 30)) {
      var end = head.indexOf("PK", 38);
      var type = head.substring(38, end < 0 ? head.length() : end);
      return type.matches("[a-z.+/-]{1,80}") ? type : "application/zip";
    }
    if (head.contains("[Content_Types].xml")) {
      return OFFICE.entrySet().stream()
          .filter(kind -> head.contains(kind.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse("application/zip");
    }
    return "application/zip";
  }

  private static String text(byte[] head, String name) {
    if (!isText(head)) {
      return UNKNOWN;
    }
    var start = new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
    var lower = start.substring(0, Math.min(64, start.length())).toLowerCase(Locale.ROOT);
    if (MARKUP.stream().anyMatch(lower::startsWith)) {
      return "text/html";
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : "text/plain";
  }

  /// UTF-8 without control characters; a character cut in two by the head's end is forgiven.
  private static boolean isText(byte[] head) {
    for (var b : head) {
      if (b == 0x7f || b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var wrong = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false);
    return !wrong.isError();
  }

  private static String latin(byte[] bytes, int from, int to) {
    var end = Math.min(to, bytes.length);
    return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }

  private static boolean starts(byte[] bytes, int offset, int... expected) {
    for (var i = 0; i < expected.length; i++) {
      if (at(bytes, offset + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
