package dev.wayfare.bench;

import dev.wayfare.db.Database;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Request.Filter;
import dev.wayfare.flow.Request.Order;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.record.RecordModule;
import dev.wayfare.record.RecordPlace;
import dev.wayfare.record.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The searches of the appointments over many bookings: the product's and the same by hand, one
/// after the other with the same values, so that whatever else the machine does falls on both.
final class RecordMatch {
  private static final LocalDate FIRST = LocalDate.parse("2024-11-25");
  private static final String SINCE = "2026-11-23";
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

  private final Records records;
  private final RecordPlace place;
  private final Connection connection;
  private final List<UUID> ids;
  private final int days;
  private final Random chance = new Random(7);

  private RecordMatch(
      Records records, RecordPlace place, Connection connection, List<UUID> ids, int days) {
    this.records = records;
    this.place = place;
    this.connection = connection;
    this.ids = ids;
    this.days = days;
  }

  /// One search with what it took: the product and by hand, in milliseconds.
  record Row(String name, int found, int times, Figures product, Figures bare) {}

  record Figures(double p50, double p99) {
    static Figures of(Latencies latencies) {
      var whole = Latencies.together(List.of(latencies));
      return new Figures(whole.millis(0.5), whole.millis(0.99));
    }
  }

  interface ByHand {
    int find() throws SQLException;
  }

  private record Pair(Request.Query query, ByHand bare) {}

  static List<Row> play(
      Path example, int bookings, Duration warmUp, Duration measured, Scratch scratch)
      throws IOException, SQLException {
    var settings =
        new DatabaseSettings(
            new DatabaseSettings.Place.External(scratch.database()),
            2,
            DatabaseSettings.DEFAULT_MIGRATIONS);
    try (var database = Database.open(settings);
        var connection = database.dataSource().getConnection()) {
      var source = new SingleConnectionDataSource(connection, true);
      var sql = JdbcClient.create(source);
      var app =
          new YamlDocuments(new CelLanguage(), StepTypes.ALL)
              .read(Files.readString(example))
              .app()
              .orElseThrow();
      var place = PgRecordRows.place(sql, app);
      var records =
          RecordModule.over(source, new RandomIds(InstantSource.system(), new SecureRandom()));
      records.perform(place, new Request.Query("booking", List.of(), List.of(), 1, 0), NOW);
      PgRecordRows.fill(sql, bookings);
      var match =
          new RecordMatch(
              records,
              place,
              connection,
              PgRecordRows.some(sql, 1_000),
              bookings / PgRecordRows.TIMES);
      return match.rows(warmUp, measured);
    }
  }

  /// All run hot before the first is measured: they share most of their code.
  private List<Row> rows(Duration warmUp, Duration measured) throws SQLException {
    try (var bare = new PgBareRecords(connection)) {
      var searches = new LinkedHashMap<String, Function<Random, Pair>>();
      searches.put("visits of a day", ofDay(bare));
      searches.put("next visit of a phone", ofPhone(bare));
      searches.put("one visit", byId(bare));
      alternate(searches, warmUp);
      return alternate(searches, measured);
    }
  }

  private List<Row> alternate(Map<String, Function<Random, Pair>> searches, Duration each)
      throws SQLException {
    var rows = new ArrayList<Row>();
    for (var search : searches.entrySet()) {
      rows.add(alternate(search.getKey(), Span.after(Duration.ZERO, each), search.getValue()));
    }
    return rows;
  }

  private Function<Random, Pair> ofDay(PgBareRecords bare) {
    return random -> {
      var day = FIRST.plusDays(random.nextInt(days)).toString();
      var where = List.of(new Filter("day", Comparison.IS, day));
      return new Pair(
          new Request.Query("booking", where, List.of(new Order("time", false)), 50, 0),
          () -> bare.ofDay(day));
    };
  }

  private Function<Random, Pair> ofPhone(PgBareRecords bare) {
    return random -> {
      var phone = "+1555%07d".formatted(random.nextInt(PgRecordRows.PHONES));
      var where =
          List.of(
              new Filter("phone", Comparison.IS, phone),
              new Filter("day", Comparison.AT_LEAST, SINCE));
      var order = List.of(new Order("day", false), new Order("time", false));
      return new Pair(
          new Request.Query("booking", where, order, 1, 0), () -> bare.ofPhone(phone, SINCE));
    };
  }

  private Function<Random, Pair> byId(PgBareRecords bare) {
    return random -> {
      var id = ids.get(random.nextInt(ids.size()));
      var where = List.of(new Filter("id", Comparison.IS, id.toString()));
      return new Pair(new Request.Query("booking", where, List.of(), 1, 0), () -> bare.byId(id));
    };
  }

  private Row alternate(String name, Span span, Function<Random, Pair> next) throws SQLException {
    var product = new Latencies();
    var bare = new Latencies();
    var found = 0;
    for (var turn = 0; !span.isOver() || turn < 2; turn++) {
      var pair = next.apply(chance);
      int ours;
      int theirs;
      if (turn % 2 == 0) {
        ours = product(pair, product);
        theirs = bare(pair, bare);
      } else {
        theirs = bare(pair, bare);
        ours = product(pair, product);
      }
      if (ours != Math.min(theirs, pair.query().limit())) {
        throw new Contender.Spoiled(
            "\"%s\" found %d with the product and %d by hand.".formatted(name, ours, theirs));
      }
      found += ours;
    }
    return new Row(name, found, product.count(), Figures.of(product), Figures.of(bare));
  }

  private int product(Pair pair, Latencies latencies) {
    var begun = System.nanoTime();
    var outcome = records.perform(place, pair.query(), NOW);
    latencies.add(System.nanoTime() - begun);
    return switch (outcome) {
      case Outcome.Done(Map<?, ?> answer) when answer.get("items") instanceof List<?> items ->
          items.size();
      case Outcome.Done _, Outcome.Failed _ ->
          throw new Contender.Spoiled("The records answered: " + outcome);
    };
  }

  private static int bare(Pair pair, Latencies latencies) throws SQLException {
    var begun = System.nanoTime();
    var found = pair.bare().find();
    latencies.add(System.nanoTime() - begun);
    return found;
  }
}
