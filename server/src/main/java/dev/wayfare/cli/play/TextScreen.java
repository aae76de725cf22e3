package dev.wayfare.cli.play;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.play.InWords;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// For a person: who speaks stands at the left, what they say beside it.
final class TextScreen implements Screen {
  private final PrintWriter out;
  private final boolean echo;

  /// `echo` for lines that nobody sees typed.
  TextScreen(PrintWriter out, boolean echo) {
    this.out = out;
    this.echo = echo;
  }

  @Override
  public void prompt() {
    if (!echo) {
      out.print("you   ");
      out.flush();
    }
  }

  @Override
  public void heard(String line) {
    if (echo) {
      by("you", line);
    }
  }

  @Override
  public void said(Journey journey, Effect effect) {
    switch (effect) {
      case Effect.SendText(var to, var body, _) ->
          by("app", to.equals(journey.contact().phone()) ? body : "(to " + to + ") " + body);
      case Effect.Incident(var trouble) ->
          by(
              "error",
              "%s at %s/%s: %s"
                  .formatted(trouble.code(), trouble.flow(), trouble.step(), trouble.message()));
      case Effect.Log(var level, var code, var message) ->
          by("log", level.name().toLowerCase(Locale.ROOT) + " " + code + ": " + message);
      case Effect.Metric(var name, var value) -> by("count", name + " " + Values.show(value));
      case Effect.Voice(var verb) -> by("call", InWords.of(verb));
      case Effect.PlaceCall(var to, _, _) -> by("call", "calls " + to);
      case Effect.Ask(_, var request) -> by("asks", InWords.of(request));
      case Effect.SetTimer _, Effect.DropTimer _, Effect.WebMoved _ -> {}
    }
  }

  @Override
  public void page(PageView page) {
    new PageLines(page).lines().forEach(new Speaker("page")::line);
  }

  @Override
  public void choices(Map<String, List<String>> choices) {
    by(
        "",
        "→ "
            + choices.entrySet().stream()
                .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")")
                .collect(Collectors.joining(" · ")));
  }

  @Override
  public void note(String words) {
    by("", words);
  }

  @Override
  public void notUnderstood(String words) {
    by("?", words);
  }

  @Override
  public void values(Map<String, Object> values) {
    values.forEach((name, value) -> by("", name + " = " + Values.show(value)));
  }

  @Override
  public void done(Journey journey) {
    out.flush();
  }

  private void by(String who, String words) {
    words.lines().forEach(new Speaker(who)::line);
  }

  /// Names who speaks in front of the first line only.
  private final class Speaker {
    private String who;

    Speaker(String who) {
      this.who = who;
    }

    void line(String line) {
      out.println("%-6s%s".formatted(who, line).stripTrailing());
      who = "";
    }
  }
}
