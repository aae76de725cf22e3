package dev.wayfare.cli;

import dev.wayfare.db.Backups;
import dev.wayfare.db.Database;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.play.Rehearsal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The commands that need no running server.
@Command(name = "wayfare")
public final class OfflineCommands {
  @Spec private @Nullable CommandSpec spec;

  @Command(name = "check", description = "Checks an app document: all problems at once.")
  int check(@Parameters(paramLabel = "FILE") Path file) {
    var checked = Checked.of(ApiCommands.content(file));
    var out = out();
    for (var problem : checked.problems()) {
      out.printf(
          "%s %s %s%n  %s%n  %s%n",
          problem.severity(), problem.code(), problem.place(), problem.text(), problem.wayOut());
    }
    var errors =
        checked.problems().stream().filter(it -> it.severity() == dev.wayfare.flow.Severity.ERROR);
    var count = errors.count();
    out.println(count == 0 ? "Ready to publish." : count + " errors stand in the way.");
    out.flush();
    return count == 0 ? 0 : 1;
  }

  @Command(
      name = "play",
      description = {
        "Talks to an app in the terminal; nobody outside hears of it.",
        "A line is a text. /visit TRIGGER opens a page, /page field=value … sends it in,",
        "/pass 24h lets time pass, /quit ends."
      })
  int play(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--phone", defaultValue = "+15550101") String phone) {
    var checked = Checked.of(ApiCommands.content(file));
    if (checked.app().isEmpty() || Problem.anyError(checked.problems())) {
      return check(file);
    }
    App app = checked.app().get();
    var rehearsal =
        new Rehearsal(app, Rehearsal.defaults(app), Contact.byPhone(phone), Instant.now());
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    lines.lines().takeWhile(line -> !line.equals("/quit")).forEach(line -> hear(rehearsal, line));
    return 0;
  }

  private void hear(Rehearsal rehearsal, String line) {
    var words = line.strip().split("\\s+");
    var turns =
        switch (words[0]) {
          case "/visit" -> List.of(rehearsal.visit(words.length > 1 ? words[1] : "", Map.of()));
          case "/page" -> List.of(rehearsal.submit(fields(words), Optional.empty()));
          case "/pass" -> rehearsal.pass(time(words.length > 1 ? words[1] : "1h"));
          default -> List.of(rehearsal.text(line));
        };
    turns.forEach(this::show);
    if (words[0].startsWith("/")) {
      rehearsal.page().ifPresent(page -> page.controls().forEach(control -> show(control, "  ")));
    }
    out().flush();
  }

  private static Map<String, List<String>> fields(String[] words) {
    var fields = new HashMap<String, List<String>>();
    Arrays.stream(words)
        .skip(1)
        .map(word -> word.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> fields.put(pair[0], List.of(pair[1])));
    return fields;
  }

  private static Duration time(String word) {
    try {
      return word.endsWith("d")
          ? Duration.ofDays(Long.parseLong(word.substring(0, word.length() - 1)))
          : Duration.parse("PT" + word.toUpperCase(java.util.Locale.ROOT));
    } catch (RuntimeException unreadable) {
      throw new Refused(Refused.Why.REFUSED, "A time like 30m, 24h or 7d was expected.");
    }
  }

  private void show(Turn turn) {
    for (var effect : turn.effects()) {
      switch (effect) {
        case Effect.SendText(var to, var body, _) -> out().println("→ " + to + ": " + body);
        case Effect.Incident(var trouble) ->
            out().println("! " + trouble.code() + ": " + trouble.message());
        case Effect.Log(var level, var code, var message) ->
            out().println("# " + level + " " + code + " " + message);
        case Effect.Voice(var verb) -> out().println("~ " + verb);
        case Effect.PlaceCall(var to, _, _) -> out().println("~ calls " + to);
        case Effect.Ask(_, var request) -> out().println("? " + request);
        case Effect.SetTimer _, Effect.DropTimer _, Effect.Metric _, Effect.WebMoved _ -> {}
      }
    }
  }

  private void show(ControlView control, String indent) {
    out()
        .println(
            indent
                + control.type()
                + (control.id().isEmpty() ? "" : " " + control.id())
                + ": "
                + control.label()
                + (control.values().isEmpty() ? "" : " = " + Values.show(control.values()))
                + control.error().map(error -> "  (" + error + ")").orElse(""));
    control.children().forEach(child -> show(child, indent + "  "));
  }

  @Command(name = "backup", description = "Writes everything in the database to one file.")
  void backup(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--data", defaultValue = ".wayfare") Path data,
      @Option(names = "--database-url") @Nullable String url) {
    // Written beside and moved into place: a backup that fails leaves the last good one alone.
    var beside = file.resolveSibling(file.getFileName() + ".part");
    try (var database = open(data, url)) {
      try (var to = Files.newOutputStream(beside)) {
        out().println("Saved: " + new Backups(database).backup(to));
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      out().println("The key file in " + data.resolve("keys") + " is not in it; keep it too.");
    } catch (IOException failed) {
      throw new Refused(Refused.Why.REFUSED, "The file " + file + " cannot be written.");
    }
    out().flush();
  }

  @Command(name = "restore", description = "Loads a backup; all of it or nothing.")
  void restore(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--data", defaultValue = ".wayfare") Path data,
      @Option(names = "--database-url") @Nullable String url,
      @Option(names = "--replace", description = "Replaces what is there.") boolean replace) {
    try (var database = open(data, url);
        var from = Files.newInputStream(file)) {
      var existing = replace ? Backups.Existing.REPLACE : Backups.Existing.KEEP;
      out().println("Restored: " + new Backups(database).restore(from, existing));
    } catch (IOException failed) {
      throw new Refused(Refused.Why.REFUSED, "The file " + file + " cannot be read.");
    }
    out().flush();
  }

  @Command(name = "doctor", description = "Looks whether this installation is well.")
  int doctor(
      @Option(names = "--data", defaultValue = ".wayfare") Path data,
      @Option(names = "--database-url") @Nullable String url) {
    var out = out();
    out.println("Java " + Runtime.version());
    out.println("Data folder " + data.toAbsolutePath());
    var free = data.toAbsolutePath().getRoot().toFile().getUsableSpace() / (1L << 30);
    out.println("Free disk " + free + " GiB" + (free < 1 ? " — less than 1 GiB is left" : ""));
    try (var database = open(data, url)) {
      out.println("Database answers: " + database.place());
      return 0;
    } catch (RuntimeException trouble) {
      out.println("Database: " + trouble.getMessage());
      return 1;
    } finally {
      out.flush();
    }
  }

  private static Database open(Path data, @Nullable String url) {
    return Database.open(
        (url == null ? DatabaseSettings.embedded(data) : DatabaseSettings.external(url))
            .withPoolSize(2));
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("commands run through the command line");
    }
    return spec.commandLine().getOut();
  }
}
