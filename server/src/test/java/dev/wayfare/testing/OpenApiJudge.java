package dev.wayfare.testing;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;

/// Reads OpenAPI documents as a program of somebody else would.
public final class OpenApiJudge {
  private OpenApiJudge() {}

  /// What it has against a document; nothing where it can be read whole.
  public static List<String> mistakes(String document) {
    var options = new ParseOptions();
    options.setResolve(true);
    var read = new OpenAPIV3Parser().readContents(document, List.of(), options);
    var messages = read.getMessages() == null ? List.<String>of() : read.getMessages();
    return read.getOpenAPI() == null && messages.isEmpty()
        ? List.of("this is no OpenAPI document")
        : messages;
  }

  /// The addresses and methods that it finds in a document.
  public static long operations(String document) {
    var read = new OpenAPIV3Parser().readContents(document, List.of(), new ParseOptions());
    return read.getOpenAPI().getPaths().values().stream()
        .mapToLong(path -> path.readOperations().size())
        .sum();
  }
}
