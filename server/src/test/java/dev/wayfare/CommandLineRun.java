package dev.wayfare;

import dev.wayfare.cli.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One command as it was run without a person at it: how it ended and what it said.
record CommandLineRun(int code, String out, String err) {
  static CommandLineRun of(String... words) {
    return heard("", words);
  }

  /// With these lines piped in.
  static CommandLineRun heard(String lines, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var code =
        Wayfare.run(
            new Terminal(
                new BufferedReader(new StringReader(lines)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false),
            words);
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  JsonNode json() {
    return new JsonMapper().readTree(out);
  }
}
