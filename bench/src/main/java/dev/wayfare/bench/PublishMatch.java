package dev.wayfare.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Publishes and rollbacks of a demo app, one after the other, beside what neither can do without:
/// the database's own part of the switch, and one message through an entrance.
final class PublishMatch {
  private static final String APP = "parcel-desk";
  private static final String NUMBER = "+15550170";
  private static final int WARM_UP = 3;
  private static final double PUBLISH_GOAL = 1_000;
  private static final double ROLLBACK_GOAL = 300;

  private final Product product;
  private final String document;
  private final PgBareSwitch bare;
  private final Texter texter;
  private int phones;

  private PublishMatch(Product product, String document, PgBareSwitch bare, Texter texter) {
    this.product = product;
    this.document = document;
    this.bare = bare;
    this.texter = texter;
  }

  /// What one kind of release took, in milliseconds from the request to the answer that it is live.
  record Row(
      String what,
      int times,
      double p50,
      double p99,
      double goalP50,
      double switchP50,
      double messageP50) {}

  private interface Act {
    void run() throws IOException, SQLException;
  }

  /// @param product with an app that answers texts to [Hook#NUMBER]
  static List<Row> play(Product product, String document, int times, Scratch scratch)
      throws IOException, SQLException {
    try (var bare = new PgBareSwitch(scratch.database());
        var texter = new Texter(product.served().hook())) {
      product.workshop().opens(APP, NUMBER, document);
      return new PublishMatch(product, document, bare, texter).rows(times);
    }
  }

  private List<Row> rows(int times) throws IOException, SQLException {
    var published = new ArrayList<String>();
    var publish =
        measured(
            "publish",
            PUBLISH_GOAL,
            times,
            own -> {
              var drafts = product.workshop().saves(APP, content(published.size()));
              var begun = System.nanoTime();
              var live = product.workshop().publishes(APP, drafts);
              own.add(System.nanoTime() - begun);
              published.add(live.release());
            });
    var rollback =
        measured(
            "rollback",
            ROLLBACK_GOAL,
            times,
            own -> {
              var begun = System.nanoTime();
              var live = product.workshop().rollsBack(APP, published.get(published.size() - 2));
              own.add(System.nanoTime() - begun);
              published.add(live.release());
            });
    return List.of(publish, rollback);
  }

  private interface Timed {
    void into(Latencies own);
  }

  /// By turns, so that whatever else the machine does falls on all three.
  private Row measured(String what, double goal, int times, Timed release)
      throws IOException, SQLException {
    for (var warm = 0; warm < Math.min(WARM_UP, times); warm++) {
      release.into(new Latencies());
    }
    var own = new Latencies();
    var switches = new Latencies();
    var messages = new Latencies();
    for (var turn = 0; turn < times; turn++) {
      release.into(own);
      timed(bare::move, switches);
      timed(this::message, messages);
    }
    var whole = Latencies.together(List.of(own));
    return new Row(
        what,
        times,
        whole.millis(0.5),
        whole.millis(0.99),
        goal,
        Latencies.together(List.of(switches)).millis(0.5),
        Latencies.together(List.of(messages)).millis(0.5));
  }

  private static void timed(Act act, Latencies into) throws IOException, SQLException {
    var begun = System.nanoTime();
    act.run();
    into.add(System.nanoTime() - begun);
  }

  private void message() throws IOException {
    var answer = texter.asks("+1999%07d".formatted(++phones), "hi");
    if (answer.status() != 200) {
      throw new Contender.Spoiled("A text was answered with status " + answer.status() + ".");
    }
  }

  /// No two in a row are the same.
  private String content(int number) {
    return document.replaceFirst("title: .*", "title: Parcel desk " + number);
  }
}
