package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of a webhook in the order they came, read once from the bytes.
record Fields(List<Field> all) {

  record Field(String name, String value) {

    /// Never the value: it may be what somebody keyed in secret.
    @Override
    public String toString() {
      return name;
    }
  }

  /// Name, then value: the order in which Twilio signs them.
  private static final Comparator<Field> SIGNING_ORDER =
      Comparator.comparing(Field::name).thenComparing(Field::value);

  /// Reads `application/x-www-form-urlencoded`; empty when an escape is broken.
  static Optional<Fields> parse(byte[] form) {
    var fields = new ArrayList<Field>();
    var start = 0;
    while (start < form.length) {
      var end = indexOf(form, '&', start, form.length);
      if (end > start) {
        var equals = indexOf(form, '=', start, end);
        var name = decode(form, start, equals);
        var value = equals == end ? "" : decode(form, equals + 1, end);
        if (name == null || value == null) {
          return Optional.empty();
        }
        fields.add(new Field(name, value));
      }
      start = end + 1;
    }
    return Optional.of(new Fields(fields));
  }

  Optional<String> get(String name) {
    for (var field : all) {
      if (field.name.equals(name)) {
        return Optional.of(field.value);
      }
    }
    return Optional.empty();
  }

  /// A field that says something.
  Optional<String> filled(String name) {
    return get(name).filter(value -> !value.isBlank());
  }

  /// What a signature covers after the URL: every name and value, sorted; the same pair twice
  /// counts once.
  String signed() {
    var sorted = new ArrayList<>(all);
    sorted.sort(SIGNING_ORDER);
    var text = new StringBuilder(512);
    @Nullable Field last = null;
    for (var field : sorted) {
      if (!field.equals(last)) {
        text.append(field.name).append(field.value);
      }
      last = field;
    }
    return text.toString();
  }

  private static int indexOf(byte[] bytes, char sought, int from, int to) {
    var i = from;
    while (i < to && bytes[i] != sought) {
      i++;
    }
    return i;
  }

  private static @Nullable String decode(byte[] bytes, int from, int to) {
    var plain = new byte[to - from];
    var length = 0;
    for (var i = from; i < to; i++) {
      var b = bytes[i];
      if (b == '+') {
        b = ' ';
      } else if (b == '%') {
        var high = i + 2 < to ? Character.digit(bytes[i + 1], 16) : -1;
        var low = i + 2 < to ? Character.digit(bytes[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        b = (byte) (high << 4 | low);
        i += 2;
      }
      plain[length++] = b;
    }
    return new String(plain, 0, length, UTF_8);
  }
}
