package dev.wayfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What a publish and a rollback take, and how soon every process answers with the new release.
@Command(
    name = "publish",
    description = {
      "Publishes and rolls back a demo app, beside the bare statements of the switch; then publishes",
      "every second under load with two processes, and sees how soon each answers with the new release."
    },
    mixinStandardHelpOptions = true)
final class PublishBench implements Callable<Integer> {
  static final String EXAMPLE = "examples/parcel-desk.yaml";
  private static final String APP = "turn-bench";

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "How long it is published under load (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--releases",
      defaultValue = "30",
      description = "How often it is published and rolled back (default: ${DEFAULT-VALUE}).")
  private int releases;

  @Option(
      names = "--warm-up",
      defaultValue = "15",
      description = "Seconds both processes run hot first (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /// @param capacity how long it is measured what two processes can do
  record Plan(int releases, Duration warmUp, Duration capacity, Duration measured) {}

  record Figures(List<PublishMatch.Row> releases, SwitchMatch.Row switches) {}

  @Override
  public Integer call() throws Exception {
    var home = Path.of(System.getProperty("wayfare.home", ".")).toAbsolutePath().normalize();
    try (var scratch = Scratch.in(Files.createDirectories(home.resolve("bench/target")))) {
      var figures =
          play(
              Programs.packaged(home, System.getProperty("java.class.path")),
              home,
              new Plan(
                  releases,
                  Duration.ofSeconds(warmUp),
                  Duration.ofSeconds(Math.min(10, seconds)),
                  Duration.ofSeconds(seconds)),
              scratch);
      System.out.println(json ? PublishReport.json(figures) : PublishReport.table(figures));
      return 0;
    } catch (Contender.Spoiled spoiled) {
      System.err.println(spoiled.getMessage());
      return 1;
    }
  }

  static Figures play(Programs programs, Path home, Plan plan, Scratch scratch)
      throws IOException, InterruptedException, SQLException {
    var document = Files.readString(home.resolve("bench/turn-bench.yaml"));
    var product = Product.start(programs.product(), scratch);
    product.workshop().opens(APP, Hook.NUMBER, Marked.document(document, 0));
    var second = product.another(programs.product(), scratch);
    var switches =
        new SwitchMatch(List.of(product.served(), second), product.workshop(), APP, document);
    switches.warmsUp(plan.warmUp());
    var example = Files.readString(home.resolve(EXAMPLE));
    var releases = PublishMatch.play(product, example, plan.releases(), scratch);
    return new Figures(
        releases, switches.play(plan.capacity(), plan.measured(), scratch.database()));
  }
}
