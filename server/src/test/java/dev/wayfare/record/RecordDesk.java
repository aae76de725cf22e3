package dev.wayfare.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.db.TestDatabase;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Type;
import dev.wayfare.http.Role;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// A server with apps that store records, and short words for what their steps ask.
final class RecordDesk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final AppServer server;
  final Client api;
  final JdbcClient sql;

  RecordDesk(Path folder) {
    server = AppServer.start(database, folder);
    api = server.with(Role.ADMIN);
    sql = JdbcClient.create(database.dataSource());
  }

  /// A new app, ready to be run under Production.
  RecordPlace place(String app, RecordType... types) {
    Desk.create(api, app);
    return under("Production", app, types);
  }

  /// An app's place under another of its profiles.
  RecordPlace under(String profile, String app, RecordType... types) {
    new Desk(api, app).dryRun(profile);
    return sql.sql(
            """
            select d.organization_id, p.environment_id, d.id
              from deployment d
              join app a on a.id = d.app_id
              join profile p on p.id = d.profile_id
             where a.name = :app and p.name = :profile""")
        .param("app", app)
        .param("profile", profile)
        .query(
            (row, _) ->
                new RecordPlace(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    byName(types)))
        .single();
  }

  static RecordPlace with(RecordPlace place, RecordType... types) {
    return new RecordPlace(
        place.organization(), place.environment(), place.deployment(), byName(types));
  }

  static Map<String, RecordType> byName(RecordType... types) {
    var all = new LinkedHashMap<String, RecordType>();
    Arrays.stream(types).forEach(type -> all.put(type.name(), type));
    return all;
  }

  Outcome perform(RecordPlace place, Request.Records request) {
    return server
        .bean(TransactionOperations.class)
        .execute(_ -> server.bean(Records.class).perform(place, request, NOW));
  }

  Map<?, ?> done(RecordPlace place, Request.Records request) {
    return done(perform(place, request));
  }

  static Map<?, ?> done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Map<?, ?>) ((Outcome.Done) outcome).value();
  }

  String refused(RecordPlace place, Request.Records request) {
    var outcome = perform(place, request);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).code();
  }

  // record types

  static RecordType type(
      String name, List<List<String>> unique, List<List<String>> indexes, RecordType.Field... of) {
    var fields = new LinkedHashMap<String, RecordType.Field>();
    Arrays.stream(of).forEach(field -> fields.put(field.name(), field));
    return new RecordType(name, false, fields, unique, indexes, "");
  }

  static RecordType shared(RecordType type) {
    return new RecordType(
        type.name(), true, type.fields(), type.unique(), type.indexes(), type.note());
  }

  static RecordType.Field field(String name, Type type) {
    return new RecordType.Field(name, type, false, Optional.empty(), "");
  }

  static RecordType.Field required(String name, Type type) {
    return new RecordType.Field(name, type, true, Optional.empty(), "");
  }

  static RecordType.Field first(String name, Type type, Object initial) {
    return new RecordType.Field(name, type, false, Optional.of(initial), "");
  }

  // requests

  static Request.Insert insert(String type, Map<String, Object> values) {
    return new Request.Insert(type, values);
  }

  static Request.Query all(String type) {
    return new Request.Query(type, List.of(), List.of(), 1_000, 0);
  }

  static Request.Filter is(String field, Object value) {
    return new Request.Filter(field, Comparison.IS, value);
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
