package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.shape.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files; the answer is a list of `{id, name, type, size}`. The raw values are those of [Upload].
/// View: attributes `types` (`image/*,.pdf`), `most`, `max_mb`.
public record FileField(Question question, int most, List<String> types, int megabytes)
    implements Asked {
  static final ControlType TYPE =
      new ControlType(
          "file",
          ControlType.ASKING,
          "Asks for files.",
          "{type: file, id: photos, label: \"Photos\", most: 5, types: [\"image/*\", \".pdf\"]}",
          FileField::new);

  FileField(Fields in, Setting setting) {
    this(
        Question.of(in, setting, Type.LIST, false),
        in.count("most", 1, 1, 20, "How many files may be added."),
        in.words("types", "Media types (`image/*`) and endings (`.pdf`); any, when left out."),
        in.count("max_mb", 10, 1, 10, "How large a file may be, in megabytes."));
  }

  @Override
  public Type type() {
    return Type.LIST;
  }

  @Override
  public Answer read(Spot spot) {
    var lines = spot.all().stream().filter(line -> !line.isBlank()).toList();
    if (lines.size() > most) {
      return Answer.wrong(PageTexts.filesMost(most));
    }
    var files = new ArrayList<Object>();
    var ids = new HashSet<String>();
    for (var line : lines) {
      var upload = Upload.of(line);
      if (upload.isEmpty()) {
        return Answer.wrong(PageTexts.FILE);
      }
      var refusal = refusal(upload.get());
      if (refusal.isPresent()) {
        return Answer.wrong(refusal.get());
      }
      if (ids.add(upload.get().id())) {
        files.add(upload.get().asValue());
      }
    }
    return files.isEmpty() ? Answer.NOTHING : Answer.given(List.copyOf(files));
  }

  private Optional<String> refusal(Upload upload) {
    if (upload.size() > megabytes * 1_048_576L) {
      return Optional.of(PageTexts.fileSize(megabytes));
    }
    return upload.isOneOf(types)
        ? Optional.empty()
        : Optional.of(PageTexts.fileTypes(String.join(", ", types)));
  }

  @Override
  public String missing() {
    return PageTexts.ADD_FILE;
  }

  @Override
  public void write(Object value, String path, Map<String, List<String>> draft) {
    if (value instanceof List<?> files) {
      var lines = new ArrayList<String>();
      for (var file : files) {
        if (file instanceof Map<?, ?> map) {
          Upload.of(map).ifPresent(upload -> lines.add(upload.line()));
        }
      }
      draft.put(path, List.copyOf(lines));
    }
  }

  @Override
  public ControlView view(Spot spot) {
    return spot.asked(
        "file",
        question,
        Plain.attributes(
            "types", String.join(",", types),
            "most", Integer.toString(most),
            "max_mb", Integer.toString(megabytes)));
  }
}
