package dev.wayfare.flow.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// What an unquoted word of YAML means under the core schema: `yes` and dates stay texts.
final class Scalars {
  private static final ScalarResolver CORE = new CoreScalarResolver(false);

  private Scalars() {}

  static @Nullable Object value(String word) {
    var tag = CORE.resolve(word, true);
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return word.equalsIgnoreCase("true");
    }
    if (tag.equals(Tag.INT)) {
      return whole(word);
    }
    return tag.equals(Tag.FLOAT) ? decimal(word) : word;
  }

  private static Object whole(String word) {
    if (word.startsWith("0x")) {
      return new BigInteger(word.substring(2), 16).doubleValue();
    }
    if (word.startsWith("0o")) {
      return new BigInteger(word.substring(2), 8).doubleValue();
    }
    return Double.valueOf(word);
  }

  private static Object decimal(String word) {
    var last = word.charAt(word.length() - 1);
    if (last == 'f' || last == 'F') {
      return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return last == 'n' || last == 'N' ? (Object) Double.NaN : Double.valueOf(word);
  }

  /// Whether a whole number, kept as a double, would come back as another one.
  static boolean losesDigits(String word, double number) {
    return word.length() > 15
        && word.matches("[-+]?[0-9]+")
        && new BigDecimal(word).compareTo(new BigDecimal(number)) != 0;
  }
}
