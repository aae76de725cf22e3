package dev.wayfare.flow.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.GoldenFile;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `docs/time.md` says is so.
class TimePageTest {
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+) \\|");
  private final String page = GoldenFile.at("../docs/time.md").text();

  @Test
  void everyLineInTheTableMeansWhatItSays() {
    var rows = page.lines().map(ROW::matcher).filter(row -> row.matches()).toList();
    assertThat(rows).hasSizeGreaterThan(5);
    for (var row : rows) {
      assertThat(Lines.cron(row.group(1)).words(Locale.ENGLISH)).isEqualTo(row.group(2));
    }
  }
}
