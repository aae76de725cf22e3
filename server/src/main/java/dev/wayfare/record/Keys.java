package dev.wayfare.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys: the values of some fields as bytes that sort as the values do, one field after the other.
/// A field that holds nothing is a 0 and comes first; others are a 1 and the value. Nothing in a
/// key begins with 255, so a key with that behind it stands behind all that begin with the key.
final class Keys {
  static final int MOST_BYTES = 2_000;
  private static final int NOTHING = 0;
  private static final int SOMETHING = 1;
  private static final int BEHIND = 255;

  private Keys() {}

  static byte[] of(List<String> fields, Map<String, Object> values) {
    var key = new ByteArrayOutputStream();
    for (var field : fields) {
      var value = values.get(field);
      if (value == null) {
        key.write(NOTHING);
      } else {
        key.write(SOMETHING);
        key.writeBytes(value(value));
      }
    }
    return key.toByteArray();
  }

  /// The key under a unique rule: records where one of the fields holds nothing have none.
  static Optional<byte[]> rule(List<String> fields, Map<String, Object> values) {
    return !fields.isEmpty() && values.keySet().containsAll(fields)
        ? Optional.of(of(fields, values))
        : Optional.empty();
  }

  private static byte[] value(Object value) {
    return switch (value) {
      case Double number -> {
        var bits = Double.doubleToLongBits(number);
        yield ByteBuffer.allocate(Long.BYTES).putLong(bits ^ (bits >> 63 | Long.MIN_VALUE)).array();
      }
      case Boolean truth -> new byte[] {(byte) (truth ? 1 : 0)};
      case String text -> (text + "\0").getBytes(UTF_8);
      default -> throw new IllegalArgumentException("no key is made of " + value.getClass());
    };
  }

  // the ends of a stretch of keys

  /// Where the keys with this value behind `before` begin.
  static byte[] at(byte[] before, Object value) {
    return joined(before, new byte[] {SOMETHING}, value(value));
  }

  /// Where the keys of texts that begin so begin.
  static byte[] atStart(byte[] before, String start) {
    return joined(before, new byte[] {SOMETHING}, start.getBytes(UTF_8));
  }

  /// Where the keys begin that hold something behind `before`.
  static byte[] set(byte[] before) {
    return joined(before, new byte[] {SOMETHING});
  }

  /// Behind all keys that begin so.
  static byte[] behind(byte[] key) {
    return joined(key, new byte[] {(byte) BEHIND});
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
