package dev.wayfare.flow.play;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.Verb;
import java.util.Locale;
import java.util.stream.Collectors;

/// What happens on a call, and what is asked outside, in words for whoever plays.
public final class InWords {
  private InWords() {}

  public static String of(Verb verb) {
    return switch (verb) {
      case Verb.Speak(var text, _, _) -> text;
      case Verb.Play(var url, _) -> "plays " + url;
      case Verb.Listen(var prompts, _) ->
          prompts.stream().map(InWords::of).collect(Collectors.joining(" ")).strip() + " (listens)";
      case Verb.Forward(var to, _) -> "forwards to " + to;
      case Verb.Hold _ -> "(holds)";
      case Verb.HangUp() -> "(hangs up)";
    };
  }

  public static String of(Request request) {
    return switch (request) {
      case Request.Http(var connection, var method, var path, _, _, _, _) ->
          method + " " + path + " of " + connection;
      case Request.Email(var slot, var to, _, _, var subject, _, _, _) ->
          "email from " + slot + " to " + String.join(", ", to) + ": " + subject;
      case Request.Media _ -> "fetches what came with the text";
      case Request.File(var kind, _, _, _) -> "file " + kind;
      case Request.Records records ->
          records.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + records.type();
    };
  }
}
