package dev.wayfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The three side by side: limit, bare server, product, and again, so that whatever else the
/// machine does falls on all of them.
final class Match {
  private static final String APP = "turn-bench";
  private static final int WARM_CONNECTIONS = 16;
  private static final Duration BETWEEN = Duration.ofMillis(700);

  private final PgLimit limit;
  private final Served bare;
  private final Served product;
  private final Product whole;

  private Match(PgLimit limit, Served bare, Product whole) {
    this.limit = limit;
    this.bare = bare;
    this.product = whole.served();
    this.whole = whole;
  }

  Product product() {
    return whole;
  }

  /// @param connections how many at once, each count on its own
  record Plan(List<Integer> connections, Duration measured, int rounds) {}

  /// The medians at one count of connections.
  record Row(int connections, Measured limit, Measured bare, Measured product) {
    double toLimit() {
      return product.perSecond() / limit.perSecond();
    }

    double toBare() {
      return product.perSecond() / bare.perSecond();
    }
  }

  /// Starts all three; the product comes first, since the others' rows are as large as its own.
  static Match prepare(Programs programs, Path document, Duration warmUp, Scratch scratch)
      throws IOException, InterruptedException, SQLException {
    var whole = Product.start(programs.product(), scratch);
    whole.workshop().opens(APP, Hook.NUMBER, Files.readString(document));
    var product = whole.served();
    check(product);
    product.measure(WARM_CONNECTIONS, Span.after(Duration.ZERO, warmUp));
    PgRows.prepare(scratch.database());
    var sizes = PgRows.sizes(scratch.database());
    var limit = new PgLimit(scratch.database(), sizes);
    limit.fill();
    var bare = Bare.start(programs.bare(), sizes, scratch);
    check(bare);
    bare.measure(WARM_CONNECTIONS, Span.after(Duration.ZERO, warmUp));
    return new Match(limit, bare, whole);
  }

  private static void check(Served server) throws IOException {
    for (var conversation = 0; conversation < 10; conversation++) {
      var wrong = Load.once(server.hook());
      if (!wrong.isEmpty()) {
        throw new Contender.Spoiled(
            "The %s did not answer as it should:\n%s"
                .formatted(server.name(), String.join("\n", wrong)));
      }
    }
  }

  List<Row> play(Plan plan, Consumer<String> tell) throws InterruptedException {
    var all = plan.connections().stream().map(Rounds::new).toList();
    for (var round = 1; round <= plan.rounds(); round++) {
      for (var each : all) {
        each.limit.add(limit.measure(each.connections, Span.after(BETWEEN, plan.measured())));
        each.bare.add(bare.measure(each.connections, Span.after(BETWEEN, plan.measured())));
        each.product.add(product.measure(each.connections, Span.after(BETWEEN, plan.measured())));
        tell.accept("Round " + round + ", " + each.last());
      }
    }
    return all.stream().map(Rounds::medians).toList();
  }

  /// What was measured so far at one count of connections.
  private record Rounds(
      int connections, List<Measured> limit, List<Measured> bare, List<Measured> product) {
    Rounds(int connections) {
      this(connections, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    String last() {
      return "%d connections: limit %,.0f, bare server %,.0f, product %,.0f turns/s"
          .formatted(
              connections,
              limit.getLast().perSecond(),
              bare.getLast().perSecond(),
              product.getLast().perSecond());
    }

    Row medians() {
      return new Row(
          connections, Measured.median(limit), Measured.median(bare), Measured.median(product));
    }
  }
}
