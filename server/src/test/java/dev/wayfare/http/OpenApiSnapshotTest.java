package dev.wayfare.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.OpenApiJudge;
import dev.wayfare.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API that the server ships is the one that the code gives.
/// `-Dwayfare.goldens=rewrite` writes it anew; review reads the diff.
class OpenApiSnapshotTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SNAPSHOT = Path.of("src/main/resources/openapi.json");

  @Test
  void theDescriptionOfTheApiIsTheOneInTheCode() throws Exception {
    try (var server = TestServer.start(OpenApiSetup.PROPERTIES, OpenApiSetup.class)) {
      var written =
          ordered(
              server
                  .bean(OpenApiWebMvcResource.class)
                  .openapiJson(
                      new MockHttpServletRequest("GET", "/v3/api-docs"),
                      "/v3/api-docs",
                      Locale.ENGLISH));
      if ("rewrite".equals(System.getProperty("wayfare.goldens"))) {
        Files.writeString(SNAPSHOT, written);
      }
      assertThat(written)
          .as("the API changed; look at the diff after -Dwayfare.goldens=rewrite")
          .isEqualTo(Files.readString(SNAPSHOT));
    }
  }

  /// Keys in order, whoever used the writer before: the judge of these documents shares one with
  /// springdoc, and what it wrote once it writes in that order ever after.
  private static String ordered(byte[] document) {
    var all = JSON.readValue(document, new TypeReference<TreeMap<String, Object>>() {});
    var top = new LinkedHashMap<String, Object>();
    for (var key : List.of("openapi", "info", "servers", "paths", "components")) {
      top.put(key, all.remove(key));
    }
    assertThat(all).as("another part at the top: give it a place").isEmpty();
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(top, false)) + "\n";
  }

  private static Object sorted(Object value, boolean byKey) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> made = byKey ? new TreeMap<>() : new LinkedHashMap<>();
        map.forEach((key, each) -> made.put(key.toString(), sorted(each, true)));
        yield made;
      }
      case List<?> list -> list.stream().map(each -> sorted(each, true)).toList();
      default -> value;
    };
  }

  @Test
  void aProgramOfSomebodyElseReadsTheDescription() throws Exception {
    var document = Files.readString(SNAPSHOT);
    assertThat(OpenApiJudge.mistakes(document)).isEmpty();
    assertThat(OpenApiJudge.operations(document))
        .isEqualTo(
            JSON.readTree(document)
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
