package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What `docs/records.md` says is so: its app is published, its conversation held, and a publish
/// refuses what the page says it refuses.
class RecordsPageTest {
  private static final String ADA = "+15557770901";
  private static final String RECORDS = "/api/v1/apps/loans/profiles/Production/records/loan";

  private final String page = page();
  private final TestWorld world = new TestWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/records.md"), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The block of the page that is marked so.
  private String block(String kind) {
    var found = Pattern.compile("(?s)```" + kind + "\n(.*?)```").matcher(page);
    assertThat(found.find()).as(kind).isTrue();
    return found.group(1);
  }

  @Test
  void theConversationGoesAsTheAppOfThePageLeadsIt() {
    world.saves("loans", block("yaml")).publishes("loans");
    var held = new ArrayList<String>();
    block("text")
        .lines()
        .filter(line -> line.startsWith("> "))
        .forEach(
            line -> {
              held.add(line);
              held.addAll(world.sms(ADA, line.substring(2)));
            });
    assertThat(String.join("\n", held) + "\n").isEqualTo(block("text"));
    assertThat(world.client().get(RECORDS + "/export").body().lines().findFirst())
        .contains(block("csv").strip());
    var due = world.client().get(RECORDS + "?where=due:at_least:2026-03-20").body();
    assertThat(due).contains("Emma").doesNotContain("Dracula");
    refusals();
    assertThat(world.sms(ADA, "back").getFirst()).isEqualTo("2 brought back. Thank you!");
  }

  private void refusals() {
    var book = "book: {type: text, required: true}";
    assertThat(published(book, book + "\n      desk: {type: text, required: true}"))
        .contains(quoted("is required now"));
    assertThat(published(book, "book: {type: number, required: true}"))
        .contains(quoted("becomes number"));
    assertThat(published(book, book + "\n      desk: {type: text, required: true, default: main}"))
        .doesNotContain("is required now, and");
  }

  /// What a publish of the app says when one line of it is another.
  private String published(String line, String other) {
    world.saves("loans", block("yaml").replace(line, other));
    var revision = world.api().get("apps/loans").path("revision").asString();
    return world
        .client()
        .post(
            "/api/v1/apps/loans/releases?wait=25",
            "{\"profile\": \"Production\", \"revision\": \"%s\", \"accept_warnings\": \"It is for a test.\"}"
                .formatted(revision))
        .body();
  }

  /// The sentence of the page with these words in it.
  private String quoted(String words) {
    return page.lines()
        .filter(line -> line.startsWith("> `") && line.contains(words))
        .map(line -> line.substring(2))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyComparisonStandsInTheTableWithTheTypesThatItFits() {
    var rows =
        Pattern.compile(
                "(?m)^\\| `([a-z_]+)` \\| .* \\| (every|ordered|words|words and lists) \\|$")
            .matcher(page)
            .results()
            .toList();
    assertThat(rows.stream().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(Comparison.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList());
    rows.forEach(RecordsPageTest::fitsWhatItSays);
  }

  private static void fitsWhatItSays(MatchResult row) {
    var comparison = Comparison.valueOf(row.group(1).toUpperCase(Locale.ROOT));
    for (var type : Type.values()) {
      assertThat(comparison.fits(type))
          .as("%s of %s", comparison, type)
          .isEqualTo(
              switch (row.group(2)) {
                case "every" -> true;
                case "ordered" -> RecordType.ordered(type);
                case "words" -> RecordType.words(type);
                default -> RecordType.words(type) || type == Type.LIST;
              });
    }
  }

  @Test
  void theTypesAndLimitsThatThePageNamesAreThose() {
    assertThat(page)
        .contains("Ordered are " + named(RecordType::ordered) + ";")
        .contains("words are " + named(RecordType::words) + ".")
        .contains(
            "at most %d types, a type at most %d fields, %d unique rules and %d indexes"
                .formatted(
                    RecordType.MOST_TYPES,
                    RecordType.MOST_FIELDS,
                    RecordType.MOST_RULES,
                    RecordType.MOST_INDEXES));
  }

  private static String named(java.util.function.Predicate<Type> which) {
    List<String> words = Arrays.stream(Type.values()).filter(which).map(Type::word).toList();
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
