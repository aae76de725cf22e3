package dev.wayfare.channel.web;

import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;

/// Where a stranger's file comes in: its size is counted, its type is read from its content, its
/// name is made harmless, and only then is it kept.
final class FileIntake {

  private final WebDoor door;
  private final Limits limits;

  FileIntake(WebDoor door, Limits limits) {
    this.door = door;
    this.limits = limits;
  }

  Upload take(String journey, ControlView control, String name, long size, InputStream content)
      throws IOException {
    var most = limits.fileBytes(control);
    if (size > most) {
      return new Upload.TooLarge(most);
    }
    if (size == 0) {
      return new Upload.Empty();
    }
    var head = content.readNBytes(FileType.HEAD);
    var type = FileType.of(head, name);
    var listed = types(control);
    if (!FileType.taken(type, listed)) {
      return new Upload.WrongType(words(listed));
    }
    var whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
    return door.keep(journey, control.id(), FileName.clean(name), type, size, whole);
  }

  /// The file control of this name on the page, if it shows one.
  static Optional<ControlView> control(PageView page, String id) {
    return page.controls().stream()
        .flatMap(Showing::all)
        .filter(control -> control.type().equals("file") && control.id().equals(id))
        .findFirst();
  }

  /// The control's types as its builder wrote them.
  static List<String> listed(ControlView control) {
    var listed = Showing.listed(control.attribute("types"));
    return listed.isEmpty() ? FileType.USUAL : listed;
  }

  /// The same as media types: `.pdf` is `application/pdf`.
  static List<String> types(ControlView control) {
    return listed(control).stream().map(FileType::named).toList();
  }

  /// `image/jpeg` and `application/pdf` as people call them: JPEG, PDF.
  static String words(List<String> types) {
    return String.join(", ", types.stream().map(FileIntake::word).distinct().toList());
  }

  private static String word(String type) {
    var name = type.substring(type.indexOf('/') + 1);
    return switch (type) {
      case "image/*" -> "JPEG, PNG, HEIC";
      case "text/plain" -> "TXT";
      default -> {
        if (name.endsWith("wordprocessingml.document")) {
          yield "DOCX";
        }
        yield name.endsWith("spreadsheetml.sheet")
            ? "XLSX"
            : name.toUpperCase(java.util.Locale.ROOT);
      }
    };
  }
}
