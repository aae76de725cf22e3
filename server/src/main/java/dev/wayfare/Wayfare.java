package dev.wayfare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.cli.ApiCommands;
import dev.wayfare.cli.OfflineCommands;
import dev.wayfare.cli.Refused;
import dev.wayfare.db.DatabaseTrouble;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program: a server, and the command line of one.
@Command(
    name = "wayfare",
    description = "Builds customer-facing apps once and publishes them to web and text.",
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
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(System.err, true, UTF_8),
            args));
  }

  /// Runs one command and says how it went; tests run it without leaving the JVM.
  static int run(PrintWriter out, PrintWriter err, String... args) {
    for (var group : List.of(new ApiCommands(), new OfflineCommands())) {
      var line = careful(new CommandLine(group), out, err);
      if (args.length > 0 && line.getSubcommands().containsKey(args[0])) {
        return line.execute(args);
      }
    }
    return careful(whole(), out, err).execute(args);
  }

  private static Throwable rootOf(Throwable problem) {
    var cause = problem;
    for (var next = cause.getCause(); next != null; next = cause.getCause()) {
      cause = next;
    }
    return cause;
  }

  private static CommandLine whole() {
    var line = new CommandLine(new Wayfare());
    line.addSubcommand(new Up());
    line.addSubcommand(new Demo());
    for (var group : List.of(new ApiCommands(), new OfflineCommands())) {
      new CommandLine(group).getSubcommands().forEach(line::addSubcommand);
    }
    return line;
  }

  private static CommandLine careful(CommandLine line, PrintWriter out, PrintWriter err) {
    line.setOut(out);
    line.setErr(err);
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
