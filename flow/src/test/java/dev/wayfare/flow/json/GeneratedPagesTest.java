package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.step.StepTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `-Dwayfare.goldens=rewrite` writes the pages again; otherwise a stale one fails.
class GeneratedPagesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private final YamlDocuments documents = new YamlDocuments(new CelLanguage(), StepTypes.ALL);

  @Test
  void theSchemaInTheDocsIsTheOneOfTheCode() throws IOException {
    isFresh("app.schema.json", documents.schema());
  }

  @Test
  void thePageOfStepsIsTheOneOfTheCode() throws IOException {
    isFresh("steps.md", StepsPage.write(documents.shape(), StepTypes.ALL));
  }

  @Test
  void thePageOfStepsShowsEveryTypeWithItsExample() {
    var page = StepsPage.write(documents.shape(), StepTypes.ALL);
    for (var type : StepTypes.ALL) {
      assertThat(page).contains("## `" + type.word() + "`").contains(type.example().strip());
    }
  }

  private static void isFresh(String name, String expected) throws IOException {
    var file = DOCS.resolve(name);
    if ("rewrite".equals(System.getProperty("wayfare.goldens"))) {
      Files.createDirectories(DOCS);
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("stale: write it again with -Dwayfare.goldens=rewrite")
        .hasContent(expected);
  }
}
