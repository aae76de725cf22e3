package dev.wayfare.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.OpenApiJudge;
import dev.wayfare.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API that the server ships is the one that the code gives.
/// `-Dwayfare.goldens=rewrite` writes it anew; review reads the diff.
class OpenApiSnapshotTest {

  private static final Path SNAPSHOT = Path.of("src/main/resources/openapi.json");

  @Test
  void theDescriptionOfTheApiIsTheOneInTheCode() throws Exception {
    try (var server = TestServer.start(OpenApiSetup.PROPERTIES, OpenApiSetup.class)) {
      var written =
          new String(
                  server
                      .bean(OpenApiWebMvcResource.class)
                      .openapiJson(
                          new MockHttpServletRequest("GET", "/v3/api-docs"),
                          "/v3/api-docs",
                          Locale.ENGLISH),
                  StandardCharsets.UTF_8)
              + "\n";
      if ("rewrite".equals(System.getProperty("wayfare.goldens"))) {
        Files.writeString(SNAPSHOT, written);
      }
      assertThat(written)
          .as("the API changed; look at the diff after -Dwayfare.goldens=rewrite")
          .isEqualTo(Files.readString(SNAPSHOT));
    }
  }

  @Test
  void aProgramOfSomebodyElseReadsTheDescription() throws Exception {
    var document = Files.readString(SNAPSHOT);
    assertThat(OpenApiJudge.mistakes(document)).isEmpty();
    assertThat(OpenApiJudge.operations(document))
        .isEqualTo(
            new JsonMapper()
                .readTree(document)
                .path("paths")
                .valueStream()
                .mapToLong(
                    path -> path.propertyStream().filter(it -> isMethod(it.getKey())).count())
                .sum());
  }

  private static boolean isMethod(String key) {
    return Set.of("get", "post", "put", "patch", "delete").contains(key);
  }

  @Test
  void whatIsNoDescriptionIsFound() throws Exception {
    assertThat(OpenApiJudge.mistakes("{\"openapi\": \"3.1.0\", \"paths\": {}}")).isNotEmpty();
    var broken =
        """
        {"openapi": "3.1.0", "info": {"title": "A", "version": "1"},
         "paths": {"/a/{b}": {"get": {"responses": {}, "parameters": [{"name": "b"}]}}}}""";
    assertThat(OpenApiJudge.mistakes(broken)).isNotEmpty();
  }
}
