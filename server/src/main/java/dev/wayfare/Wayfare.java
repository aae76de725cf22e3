package dev.wayfare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.cli.ApiCommands;
import dev.wayfare.cli.OfflineCommands;
import dev.wayfare.cli.Refused;
import dev.wayfare.cli.ReleaseCommands;
import dev.wayfare.cli.Terminal;
import dev.wayfare.db.DatabaseTrouble;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program: a server, and the command line of one.
@Command(
    name = "wayfare",
    description =
        "Builds customer-facing apps once and publishes them to web, text, phone and programs.",
    mixinStandardHelpOptions = true,
    version = "wayfare 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 no server answers, 4 not allowed."
    })
public final class Wayfare {
  private Wayfare() {}

  public static void main(String[] args) {
    System.exit(
        run(
            new Terminal(
                new BufferedReader(new InputStreamReader(System.in, UTF_8)),
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()),
            args));
  }

  /// Runs one command and says how it went; tests run it without leaving the JVM.
  static int run(Terminal terminal, String... args) {
    for (var group : groups(terminal)) {
      var line = careful(new CommandLine(group), terminal);
      if (args.length > 0 && line.getSubcommands().containsKey(args[0])) {
        return line.execute(args);
      }
    }
    return careful(whole(terminal), terminal).execute(args);
  }

  private static List<Object> groups(Terminal terminal) {
    return List.of(new OfflineCommands(terminal), new ApiCommands(), new ReleaseCommands());
  }

  private static Throwable rootOf(Throwable problem) {
    var cause = problem;
    for (var next = cause.getCause(); next != null; next = cause.getCause()) {
      cause = next;
    }
    return cause;
  }

  private static CommandLine whole(Terminal terminal) {
    var line = new CommandLine(new Wayfare());
    line.addSubcommand(new Up());
    line.addSubcommand(new Demo());
    line.addSubcommand(new OwnerLink());
    for (var group : groups(terminal)) {
      new CommandLine(group).getSubcommands().forEach(line::addSubcommand);
    }
    return line;
  }

  private static CommandLine careful(CommandLine line, Terminal terminal) {
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setExecutionExceptionHandler(
        (problem, command, _) -> {
          if (problem instanceof Refused refused) {
            command.getErr().println(refused.getMessage());
            return refused.why().exitCode();
          }
          if (problem instanceof DatabaseTrouble trouble) {
            command.getErr().println(trouble.getMessage());
            return Refused.Why.REFUSED.exitCode();
          }
          if (rootOf(problem) instanceof BindException) {
            command.getErr().println("The port is taken. Choose another with --port.");
            return Refused.Why.REFUSED.exitCode();
          }
          throw problem;
        });
    return line;
  }
}
