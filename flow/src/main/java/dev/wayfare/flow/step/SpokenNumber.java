package dev.wayfare.flow.step;

import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people write them: `3`, `1,234.5`, `1234,5`, `-2`. A comma that could be either
/// (`1,234`) groups thousands.
final class SpokenNumber {
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");

  private SpokenNumber() {}

  static Optional<Double> read(String body) {
    var text = body.strip();
    if (GROUPED.matcher(text).matches()) {
      return Optional.of(Double.valueOf(text.replace(",", "")));
    }
    return PLAIN.matcher(text).matches()
        ? Optional.of(Double.valueOf(text.replace(',', '.')))
        : Optional.empty();
  }
}
