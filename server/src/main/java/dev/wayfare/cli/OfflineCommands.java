package dev.wayfare.cli;

import dev.wayfare.cli.doctor.Doctor;
import dev.wayfare.cli.doctor.Finding;
import dev.wayfare.cli.play.Play;
import dev.wayfare.db.Backups;
import dev.wayfare.db.Database;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// The commands that need no running server.
@Command(name = "wayfare")
public final class OfflineCommands {
  private static final String JSON = "Answer with JSON, for programs.";

  private final Terminal terminal;

  public OfflineCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(name = "check", description = "Checks an app document: all problems at once.")
  int check(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--json", description = JSON) boolean json) {
    var checked = Checked.of(ApiCommands.content(file));
    var count = checked.problems().stream().filter(it -> it.severity() == Severity.ERROR).count();
    if (json) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("ready", count == 0);
      answer.put("problems", checked.problems().stream().map(OfflineCommands::asValue).toList());
      print(answer);
    } else {
      for (var problem : checked.problems()) {
        out()
            .printf(
                "%s %s %s%n  %s%n  %s%n",
                problem.severity(),
                problem.code(),
                problem.place(),
                problem.text(),
                problem.wayOut());
      }
      out().println(count == 0 ? "Ready to publish." : inTheWay(count));
    }
    out().flush();
    return count == 0 ? 0 : 1;
  }

  private static Map<String, Object> asValue(Problem problem) {
    var value = new LinkedHashMap<String, Object>();
    value.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    value.put("code", problem.code().toString());
    value.put("place", problem.place().toString());
    value.put("text", problem.text());
    value.put("way_out", problem.wayOut());
    return value;
  }

  @Command(
      name = "play",
      description = {
        "Talks to an app in the terminal; nobody outside hears of it.",
        "A line is a text, /help lists the commands. Lines that are piped in are a script:",
        "then the exit code is 1 when the app erred, 2 when a line was not understood."
      })
  int play(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--phone",
              defaultValue = "+15550101",
              description = "Who texts (default: ${DEFAULT-VALUE}).")
          String phone,
      @Option(
              names = "--profile-value",
              paramLabel = "NAME=VALUE",
              description = "A value of the profile; may be given several times.")
          @Nullable Map<String, String> values,
      @Option(names = "--json", description = "One JSON object for each line, for programs.")
          boolean json) {
    var checked = Checked.of(ApiCommands.content(file));
    if (checked.app().isEmpty() || Problem.anyError(checked.problems())) {
      return check(file, json);
    }
    var app = checked.app().get();
    var profile = GivenProfile.of(app, values == null ? Map.of() : values);
    var look = terminal.typed() ? Play.Look.TYPED : Play.Look.SCRIPT;
    var outcome =
        Play.talk(
            app,
            profile,
            phone,
            InstantSource.system(),
            terminal.in(),
            terminal.out(),
            json ? Play.Look.JSON : look);
    if (outcome.erred()) {
      return Refused.Why.REFUSED.exitCode();
    }
    return outcome.misread() && !terminal.typed() ? Refused.Why.USAGE.exitCode() : 0;
  }

  @Command(
      name = "backup",
      description = "Writes everything in the database to one file, also while the server works.")
  void backup(
      @Parameters(paramLabel = "FILE") Path file,
      @Mixin DatabaseOptions on,
      @Option(names = "--json", description = JSON) boolean json) {
    // Written beside and moved into place: a backup that fails leaves the last good one alone.
    var beside = file.resolveSibling(file.getFileName() + ".part");
    Backups.Summary saved;
    try (var database = Database.join(on.settings())) {
      try (var to = Files.newOutputStream(beside)) {
        saved = new Backups(database).backup(to);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new Refused(Refused.Why.REFUSED, "The file " + file + " cannot be written.");
    }
    var keys = on.data().resolve("keys");
    if (json) {
      var answer = summary(file, saved);
      answer.put("keys", keys.toString());
      print(answer);
    } else {
      out().println("Saved " + words(saved) + " to " + file);
      out().println("The key file in " + keys + " is not in it; keep it too.");
    }
    out().flush();
  }

  @Command(name = "restore", description = "Loads a backup; all of it or nothing.")
  void restore(
      @Parameters(paramLabel = "FILE") Path file,
      @Mixin DatabaseOptions on,
      @Option(names = "--replace", description = "Replaces what is there.") boolean replace,
      @Option(names = "--json", description = JSON) boolean json) {
    Backups.Summary loaded;
    try (var from = Files.newInputStream(file);
        var database = Database.open(on.settings())) {
      var existing = replace ? Backups.Existing.REPLACE : Backups.Existing.KEEP;
      loaded = new Backups(database).restore(from, existing);
    } catch (IOException failed) {
      throw new Refused(Refused.Why.REFUSED, "The file " + file + " cannot be read.");
    }
    if (json) {
      print(summary(file, loaded));
    } else {
      out().println("Restored " + words(loaded) + " from " + file);
    }
    out().flush();
  }

  private static String words(Backups.Summary summary) {
    return "%d rows of %d tables (schema %s)"
        .formatted(summary.rows(), summary.tables(), summary.schemaVersion());
  }

  private static Map<String, Object> summary(Path file, Backups.Summary summary) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("file", file.toString());
    answer.put("schema_version", summary.schemaVersion());
    answer.put("tables", summary.tables());
    answer.put("rows", summary.rows());
    return answer;
  }

  @Command(
      name = "doctor",
      description = {
        "Looks whether this installation is well: OK, WARN or FAIL for each thing, with a way out.",
        "Changes nothing. The exit code is 1 when anything failed."
      })
  int doctor(
      @Mixin DatabaseOptions on,
      @Option(names = "--host", defaultValue = "127.0.0.1", description = "Where it listens.")
          String host,
      @Option(names = "--port", defaultValue = "8787", description = "The port (default: 8787).")
          int port,
      @Option(names = "--public-url", description = "The address under which customers reach it.")
          @Nullable String publicUrl,
      @Option(names = "--json", description = JSON) boolean json) {
    var doctor =
        new Doctor(
            on.data(),
            on.settings(),
            host,
            port,
            Optional.ofNullable(publicUrl),
            InstantSource.system());
    var findings = doctor.look();
    var failed = findings.stream().anyMatch(it -> it.level() == Finding.Level.FAIL);
    if (json) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("well", !failed);
      answer.put("findings", findings.stream().map(Finding::asValue).toList());
      print(answer);
    } else {
      findings.forEach(this::tell);
    }
    out().flush();
    return failed ? Refused.Why.REFUSED.exitCode() : 0;
  }

  private void tell(Finding finding) {
    out().printf("%-4s  %s: %s%n", finding.level(), finding.name(), finding.text());
    if (!finding.wayOut().isEmpty()) {
      out().println("      → " + finding.wayOut());
    }
  }

  private void print(Object answer) {
    out().println(new JsonMapper().writeValueAsString(answer));
  }

  private PrintWriter out() {
    return terminal.out();
  }

  private static String inTheWay(long errors) {
    return errors == 1 ? "1 error stands in the way." : errors + " errors stand in the way.";
  }
}
