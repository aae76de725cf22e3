package dev.wayfare.cli.play;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.Verb;
import java.util.stream.Collectors;

/// What happens on a call, and what is asked outside, in words for the terminal.
final class Verbs {
  private Verbs() {}

  static String words(Verb verb) {
    return switch (verb) {
      case Verb.Speak(var text, _, _) -> text;
      case Verb.Play(var url, _) -> "plays " + url;
      case Verb.Listen(var prompts, _) ->
          prompts.stream().map(Verbs::words).collect(Collectors.joining(" ")).strip()
              + " (listens)";
      case Verb.Forward(var to, _) -> "forwards to " + to;
      case Verb.Hold _ -> "(holds)";
      case Verb.HangUp() -> "(hangs up)";
    };
  }

  static String words(Request request) {
    return switch (request) {
      case Request.Http(var connection, var method, var path, _, _, _, _) ->
          method + " " + path + " of " + connection;
      case Request.Email(var slot, var to, _, _, var subject, _, _, _) ->
          "email from " + slot + " to " + String.join(", ", to) + ": " + subject;
      case Request.Media _ -> "fetches what came with the text";
      case Request.File(var kind, _, _, _) -> "file " + kind;
      case Request.Records records ->
          records.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
              + " "
              + records.type();
    };
  }
}
