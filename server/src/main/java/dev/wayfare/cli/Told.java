package dev.wayfare.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// How commands that a server answers tell people and programs what it said.
abstract class Told {
  @Spec private @Nullable CommandSpec spec;

  final void print(Connection to, JsonNode answer, Function<JsonNode, List<String>> words) {
    if (to.json) {
      out().println(answer);
    } else {
      words.apply(answer).forEach(out()::println);
    }
    out().flush();
  }

  /// Item by item as they come, so that a long list needs no memory: for programs as one object.
  final void list(Connection to, Iterable<JsonNode> items, Function<JsonNode, List<String>> words) {
    var between = "{\"items\":[";
    for (var item : items) {
      if (to.json) {
        out().print(between + item);
        between = ",";
      } else {
        words.apply(item).forEach(out()::println);
      }
    }
    if (to.json) {
      out().println((between.equals(",") ? "" : between) + "]}");
    }
    out().flush();
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("commands run through the command line");
    }
    return spec.commandLine().getOut();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
