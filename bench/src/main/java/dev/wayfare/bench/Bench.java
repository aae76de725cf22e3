package dev.wayfare.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program: measures, prints, stops.
@Command(
    name = "./wayfare bench",
    description = {
      "Holds text conversations with the product through the Twilio protocol, beside a bare server",
      "and PostgreSQL's own limit, all on one embedded database, in turns; then publishes and rolls",
      "back a demo app."
    },
    subcommands = {RecordBench.class, PublishBench.class},
    mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {
  @Option(
      names = "--connections",
      split = ",",
      defaultValue = "1,16,64",
      description = "Conversations at once (default: ${DEFAULT-VALUE}).")
  private List<Integer> connections = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "How long each measurement takes (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often each is measured; the median counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "45",
      description = "Seconds each server runs hot first (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--releases",
      defaultValue = "20",
      description =
          "How often a demo app is published and rolled back (default: ${DEFAULT-VALUE}).")
  private int releases;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var home = Path.of(System.getProperty("wayfare.home", ".")).toAbsolutePath().normalize();
    Consumer<String> tell = json ? System.err::println : System.out::println;
    tell.accept("Starting the database, the product and the bare server ...");
    try (var scratch = Scratch.in(Files.createDirectories(home.resolve("bench/target")))) {
      var match =
          Match.prepare(
              Programs.packaged(home, System.getProperty("java.class.path")),
              home.resolve("bench/turn-bench.yaml"),
              Duration.ofSeconds(warmUp),
              scratch);
      var rows = match.play(new Match.Plan(connections, Duration.ofSeconds(seconds), rounds), tell);
      tell.accept("Publishing and rolling back ...");
      var published =
          PublishMatch.play(
              match.product(),
              Files.readString(home.resolve(PublishBench.EXAMPLE)),
              releases,
              scratch);
      System.out.println(
          json
              ? Report.json(rows, published)
              : "\n" + Report.table(rows) + "\n" + PublishReport.table(published));
      return 0;
    } catch (Contender.Spoiled spoiled) {
      System.err.println(spoiled.getMessage());
      return 1;
    }
  }
}
