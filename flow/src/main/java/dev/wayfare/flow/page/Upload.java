package dev.wayfare.flow.page;

import dev.wayfare.flow.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file that was uploaded, as a raw value of a page: `id|name|type|size` on one line.
///
/// The flow cannot look an upload up. So whoever hands a submission to the engine must replace what
/// came back for a `file` control (the id of an upload) by the facts it has itself about that id,
/// with [#line], and drop ids that are not uploads of this journey.
public record Upload(String id, String name, String type, long size) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,90}");
  private static final int LONGEST_NAME = 200;

  /// The raw value.
  public String line() {
    return id + "|" + name + "|" + type + "|" + size;
  }

  /// Reads a raw value; the name may hold any sign, so the others are looked for from both ends.
  public static Optional<Upload> of(String line) {
    var first = line.indexOf('|');
    var last = line.lastIndexOf('|');
    var middle = last > 0 ? line.lastIndexOf('|', last - 1) : -1;
    if (first < 1 || middle <= first) {
      return Optional.empty();
    }
    var id = line.substring(0, first);
    var type = line.substring(middle + 1, last).toLowerCase(Locale.ROOT);
    var size = line.substring(last + 1);
    return ID.matcher(id).matches()
            && MEDIA_TYPE.matcher(type).matches()
            && size.matches("[0-9]{1,12}")
        ? Optional.of(
            new Upload(
                id, plainName(line.substring(first + 1, middle)), type, Long.parseLong(size)))
        : Optional.empty();
  }

  /// A file as it stands in a variable.
  static Optional<Upload> of(Map<?, ?> value) {
    return value.get("id") instanceof String id
            && value.get("name") instanceof String name
            && value.get("type") instanceof String type
            && value.get("size") instanceof Number size
        ? Optional.of(new Upload(id, name, type, size.longValue()))
        : Optional.empty();
  }

  Map<String, Object> asValue() {
    return Values.object("id", id, "name", name, "type", type, "size", (double) size);
  }

  /// Whether it is one of these media types (`image/*`, `application/pdf`) or endings (`.pdf`).
  boolean isOneOf(List<String> types) {
    return types.isEmpty() || types.stream().anyMatch(this::is);
  }

  private boolean is(String wanted) {
    var kind = wanted.toLowerCase(Locale.ROOT);
    return kind.startsWith(".")
        ? name.toLowerCase(Locale.ROOT).endsWith(kind)
        : kind.endsWith("/*")
            ? type.startsWith(kind.substring(0, kind.length() - 1))
            : type.equals(kind);
  }

  /// A name that is a name: no folders, nothing invisible.
  private static String plainName(String name) {
    var plain =
        name.replaceAll(".*[/\\\\]", "")
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "")
            .strip();
    var named = plain.isEmpty() || plain.matches("\\.+") ? "file" : plain;
    return named.length() <= LONGEST_NAME
        ? named
        : named.substring(named.offsetByCodePoints(named.length(), -LONGEST_NAME / 2));
  }
}
