package dev.wayfare;

import dev.wayfare.cli.ApiCommands;
import dev.wayfare.cli.OfflineCommands;
import dev.wayfare.cli.Refused;
import dev.wayfare.db.DatabaseTrouble;
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
    System.exit(commandLine().execute(args));
  }

  /// The whole command line; tests run it without leaving the JVM.
  static CommandLine commandLine() {
    var line = new CommandLine(new Wayfare());
    line.addSubcommand(new Up());
    line.addSubcommand(new Demo());
    for (var group : new Object[] {new ApiCommands(), new OfflineCommands()}) {
      new CommandLine(group).getSubcommands().forEach(line::addSubcommand);
    }
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
          throw problem;
        });
    return line;
  }
}
