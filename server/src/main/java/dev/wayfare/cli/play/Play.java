package dev.wayfare.cli.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.play.Rehearsal;
import dev.wayfare.flow.step.Menu;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One person and one app in a terminal. A line is a text; what begins with a slash is a command.
/// What is not understood is answered with help and changes nothing.
public final class Play {
  private static final String HELP =
      """
      Anything else is a text to the app.
      /visit [TRIGGER] [name=value …]   open a starting link
      /page                             show the page again
      /page field=value … [BUTTON]      answer it; quotes hold blanks together: name="Ada Byron"
      /press [BUTTON]                   press a button of the page
      /text WORDS                       a text that begins with a slash
      /call                             call the app
      /say WORDS                        say something on the call; without words, say nothing
      /keys 1042                        press keys on the call
      /transfer no_answer               what became of a call put through: completed, busy, failed
      /hang_up                          end the call
      /answer [STATUS] JSON             what the service that was asked answers: /answer 404
      /fail [CODE]                      or that it does not: /fail HTTP_TOO_SLOW
      /pass 24h                         let time pass: 30m, 24h, 7d, 1d12h
      /vars                             what the journey keeps
      /restart                          begin a new journey
      /quit                             end""";

  private final App app;
  private final Map<String, Object> profile;
  private final String phone;
  private final InstantSource clock;
  private final Screen screen;
  private Rehearsal rehearsal;
  private Optional<PageView> shown = Optional.empty();
  private boolean erred;
  private boolean misread;

  /// How a conversation is shown: to a person who types, as the transcript of a script, or as JSON.
  public enum Look {
    TYPED,
    SCRIPT,
    JSON
  }

  /// How a session went: whether the app erred, and whether a line was not understood.
  public record Outcome(boolean erred, boolean misread) {}

  private Play(
      App app, Map<String, Object> profile, String phone, InstantSource clock, Screen screen) {
    this.app = app;
    this.profile = profile;
    this.phone = phone;
    this.clock = clock;
    this.screen = screen;
    this.rehearsal = anew();
  }

  /// Hears lines until `/quit` or their end.
  public static Outcome talk(
      App app,
      Map<String, Object> profile,
      String phone,
      InstantSource clock,
      BufferedReader lines,
      PrintWriter out,
      Look look) {
    var screen =
        switch (look) {
          case TYPED -> new TextScreen(out, false);
          case SCRIPT -> new TextScreen(out, true);
          case JSON -> new JsonScreen(out);
        };
    return new Play(app, profile, phone, clock, screen).run(lines);
  }

  private Outcome run(BufferedReader lines) {
    greet();
    screen.prompt();
    lines
        .lines()
        .map(String::strip)
        .takeWhile(line -> !line.equals("/quit"))
        .forEach(
            line -> {
              if (!line.isEmpty()) {
                hear(line);
              }
              screen.prompt();
            });
    return new Outcome(erred, misread);
  }

  private Rehearsal anew() {
    return new Rehearsal(app, profile, Contact.byPhone(phone), clock.instant());
  }

  private void greet() {
    var ways = new ArrayList<String>();
    app.texted().ifPresent(_ -> ways.add("type a text"));
    app.called().ifPresent(_ -> ways.add("/call"));
    for (var web : webTriggers()) {
      ways.add("/visit " + web.name() + (web.title().isEmpty() ? "" : " (" + web.title() + ")"));
    }
    screen.note(
        "%s, played here; nobody outside hears of it."
            .formatted(app.title().isEmpty() ? app.name() : app.title()));
    screen.note("Begin: " + String.join(", or ", ways) + ". /help tells the rest.");
    screen.done(rehearsal.journey());
  }

  private void hear(String line) {
    screen.heard(line);
    try {
      act(line);
    } catch (NotUnderstood unclear) {
      misread = true;
      screen.notUnderstood(unclear.words());
    }
    screen.done(rehearsal.journey());
  }

  private void act(String line) {
    if (!line.startsWith("/")) {
      text(line);
      return;
    }
    var command = line.split("\\s", 2)[0];
    var rest = line.substring(command.length()).strip();
    switch (command) {
      case "/visit" -> visit(Words.of(rest));
      case "/page" -> page(Words.of(rest));
      case "/press" -> send(Words.of(rest));
      case "/text" -> text(rest);
      case "/call" -> call();
      case "/say" -> show(List.of(beyond().say(rest)));
      case "/keys" -> show(List.of(beyond().press(rest)));
      case "/transfer" -> show(List.of(beyond().transferred(rest)));
      case "/hang_up" -> show(List.of(beyond().hangUp()));
      case "/answer" -> show(List.of(beyond().answer(rest)));
      case "/fail" -> show(List.of(beyond().fail(rest)));
      case "/pass" -> pass(rest);
      case "/vars" -> screen.values(values());
      case "/restart" -> restart();
      case "/help" -> screen.note(HELP);
      default -> throw new NotUnderstood("There is no command " + command + ".\n" + HELP);
    }
  }

  private void text(String body) {
    if (app.texted().isEmpty() && !rehearsal.journey().standsOn(Channel.TEXT)) {
      throw new NotUnderstood("This app does not answer texts. /visit opens its pages.");
    }
    goOn();
    show(List.of(rehearsal.text(body)));
  }

  private Beyond beyond() {
    return new Beyond(app, rehearsal);
  }

  private void call() {
    goOn();
    show(List.of(beyond().call()));
  }

  private void visit(List<String> words) {
    var named = words.stream().filter(word -> !word.contains("=")).findFirst();
    var ways = webTriggers();
    var way =
        ways.stream().filter(web -> named.isEmpty() || web.name().equals(named.get())).toList();
    if (way.size() != 1) {
      throw new NotUnderstood(
          ways.isEmpty()
              ? "This app has no starting link."
              : "The name of a starting link was expected: "
                  + String.join(", ", ways.stream().map(Trigger.Visited::name).toList())
                  + ".");
    }
    var query = new LinkedHashMap<String, Object>();
    words.stream()
        .map(word -> word.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> query.put(pair[0], pair[1]));
    goOn();
    show(List.of(rehearsal.visit(way.getFirst().name(), query)));
  }

  private void page(List<String> words) {
    if (words.isEmpty()) {
      shown = Optional.of(pageNow());
      screen.page(shown);
    } else {
      send(words);
    }
  }

  private void send(List<String> words) {
    var form = PageForm.filled(pageNow(), words);
    show(List.of(rehearsal.submit(form.fields(), form.button())));
  }

  private PageView pageNow() {
    return current()
        .orElseThrow(
            () -> new NotUnderstood("No page is open. A starting link opens one: /visit TRIGGER"));
  }

  private void pass(String word) {
    var span = Spans.read(word);
    var turns = rehearsal.pass(span);
    screen.note("It is " + rehearsal.now().truncatedTo(ChronoUnit.SECONDS));
    show(turns);
  }

  private void restart() {
    rehearsal = anew();
    shown = Optional.empty();
    screen.note("A new journey begins with what comes next.");
  }

  /// As in a live app: who comes after the end begins anew.
  private void goOn() {
    if (rehearsal.journey().standing() != Standing.OPEN) {
      restart();
    }
  }

  private void show(List<Turn> line) {
    var turns = new ArrayList<>(line);
    rehearsal.holdOn().ifPresent(turns::add);
    for (var turn : turns) {
      screen.turn(turn);
      erred |= turn.effects().stream().anyMatch(Effect.Incident.class::isInstance);
    }
    if (turns.stream().anyMatch(Play::spoke)) {
      choices();
    }
    if (turns.stream().anyMatch(Play::asked)) {
      screen.note("What does it answer? /answer [STATUS] JSON, or /fail [CODE]");
    }
    var now = current();
    if (!now.equals(shown)) {
      shown = now;
      screen.page(now);
    }
    if (!turns.isEmpty() && rehearsal.journey().standing() != Standing.OPEN) {
      screen.note(
          rehearsal.journey().standing() == Standing.ENDED
              ? "The journey has ended."
              : "The journey has expired.");
    }
  }

  private static boolean asked(Turn turn) {
    return turn.effects().stream().anyMatch(Effect.Ask.class::isInstance);
  }

  private static boolean spoke(Turn turn) {
    return turn.effects().stream().anyMatch(Effect.SendText.class::isInstance);
  }

  private Optional<PageView> current() {
    try {
      return rehearsal.page();
    } catch (ExpressionFailed failed) {
      erred = true;
      screen.note("The page cannot be shown: " + failed.place() + ": " + failed.getMessage());
      return Optional.empty();
    }
  }

  /// What the menu that was just asked takes for an answer.
  private void choices() {
    var texts = rehearsal.journey().stack(Channel.TEXT);
    if (texts.isEmpty()) {
      return;
    }
    var here = texts.getLast();
    var flow = Optional.ofNullable(app.flows().get(here.flow()));
    if (flow.map(it -> it.steps().get(here.step())).orElse(null) instanceof Menu menu) {
      var choices = new LinkedHashMap<String, List<String>>();
      var number = 0;
      for (var option : menu.options().entrySet()) {
        number++;
        var words = new ArrayList<>(option.getValue().match());
        if (option.getValue().label().isPresent()) {
          words.addFirst(Integer.toString(number));
        }
        choices.put(option.getKey(), words);
      }
      screen.choices(choices);
    }
  }

  private Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    rehearsal
        .journey()
        .contact()
        .asValue()
        .forEach((name, it) -> known(values, "contact", name, it));
    new TreeMap<>(profile)
        .forEach(
            (name, it) -> {
              var declared = Optional.ofNullable(app.profileValues().get(name));
              var secret = declared.filter(value -> value.type() == Type.SECRET).isPresent();
              known(values, "profile", name, secret && !it.equals("") ? "(secret)" : it);
            });
    values.putAll(new TreeMap<>(rehearsal.journey().variables()));
    rehearsal.journey().timers().values().stream()
        .forEach(
            timer -> runs(timer).ifPresent(it -> values.put("timer for " + it, timer.at() + "")));
    return values;
  }

  /// The flow that a timer begins, if it begins one.
  private static Optional<String> runs(Timer timer) {
    return switch (timer) {
      case Timer.Run run -> Optional.of(run.flow());
      case Timer.Call call -> Optional.of(call.flow());
      case Timer.Wake _, Timer.Text _ -> Optional.empty();
    };
  }

  private static void known(Map<String, Object> to, String of, String name, Object value) {
    if (!value.equals("")) {
      to.put(of + "." + name, value);
    }
  }

  private List<Trigger.Visited> webTriggers() {
    return app.triggers().values().stream()
        .filter(Trigger.Visited.class::isInstance)
        .map(Trigger.Visited.class::cast)
        .toList();
  }
}
