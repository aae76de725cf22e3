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
import picocli.CommandLine.Model.OptionSpec;

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
  private static final List<Class<?>> OF_A_SERVER = List.of(Up.class, Demo.class, OwnerLink.class);

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
    return careful(lineFor(args.length == 0 ? "" : args[0], terminal), terminal).execute(args);
  }

  /// As little of the command line as this command needs: all of it is a third of a second.
  private static CommandLine lineFor(String command, Terminal terminal) {
    for (var server : OF_A_SERVER) {
      if (server.getAnnotation(Command.class).name().equals(command)) {
        return new CommandLine(new Wayfare()).addSubcommand(server);
      }
    }
    for (var group : groups(terminal)) {
      var line = new CommandLine(group);
      if (line.getSubcommands().containsKey(command)) {
        return line;
      }
    }
    return whole(terminal);
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
    OF_A_SERVER.forEach(line::addSubcommand);
    for (var group : groups(terminal)) {
      new CommandLine(group).getSubcommands().forEach(line::addSubcommand);
    }
    return line;
  }

  /// Every command explains itself, also where an argument is missing.
  private static void explained(CommandLine command) {
    var spec = command.getCommandSpec();
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help and exit.")
              .build());
    }
  }

  private static CommandLine careful(CommandLine line, Terminal terminal) {
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.getSubcommands().values().forEach(Wayfare::explained);
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
