package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Calls in PostgreSQL. As in [PgSimulatorStore], the row in `simulator_tick` numbers the changes.
final class PgSimulatorCallStore implements SimulatorCallStore {

  private static final String ADD =
      """
      with tick as (update simulator_tick set n = n + 1 returning n)
      insert into simulator_call
             (id, organization_id, phone, other, direction, state, step, doing, lines, place_key,
              leg_of, ask_machine, by_machine, ring_ms, began, changed)
      select :id, :org, :phone, :other, :direction, :state, :step, :doing::jsonb, :lines::jsonb,
             :key::uuid, :leg::uuid, :ask, :machine, :ring, :began, n from tick
          on conflict (place_key) do nothing""";

  private static final String CHANGE =
      """
      with tick as (update simulator_tick set n = n + 1 returning n)
      update simulator_call
         set state = :state, step = step + 1, doing = :doing::jsonb, lines = :lines::jsonb,
             by_machine = :machine, answered = :answered, ended = :ended, how = :how, changed = n
        from tick
       where id = :id and step = :step
      returning simulator_call.*""";

  private static final TypeReference<List<CallLine>> LINES = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  PgSimulatorCallStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  @Override
  public SimulatorCall add(SimulatorCall call) {
    var added =
        written(db.sql(ADD), call)
            .param("org", call.organization().value())
            .param("phone", call.phone().e164())
            .param("other", call.other().e164())
            .param("direction", call.direction().name())
            .param("key", call.key().map(UUID::toString).orElse(null))
            .param("leg", call.legOf().map(UUID::toString).orElse(null))
            .param("ask", call.askMachine())
            .param("ring", call.ring().toMillis())
            .param("began", PgSimulatorStore.utc(call.began()))
            .update();
    return added == 1 ? call(call.id()).orElseThrow() : byKey(call.key().orElseThrow());
  }

  @Override
  public Optional<SimulatorCall> call(UUID id) {
    return db.sql("select * from simulator_call where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  @Override
  public Optional<SimulatorCall> change(SimulatorCall call) {
    return written(db.sql(CHANGE), call)
        .param("answered", call.answered().map(PgSimulatorStore::utc).orElse(null))
        .param("ended", call.ended().map(PgSimulatorStore::utc).orElse(null))
        .param("how", call.how().map(Enum::name).orElse(""))
        .query(this::read)
        .optional();
  }

  @Override
  public List<SimulatorCall> open() {
    return db.sql("select * from simulator_call where state <> 'ENDED' order by began")
        .query(this::read)
        .list();
  }

  @Override
  public List<SimulatorCall> open(OrganizationId organization) {
    return db.sql(
            """
            select * from simulator_call
             where organization_id = :org and state <> 'ENDED' order by began""")
        .param("org", organization.value())
        .query(this::read)
        .list();
  }

  @Override
  public boolean isOnACall(OrganizationId organization, PhoneNumber phone) {
    return db.sql(
            """
            select exists
                   (select from simulator_call
                     where organization_id = :org and phone = :phone and state <> 'ENDED')""")
        .param("org", organization.value())
        .param("phone", phone.e164())
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<SimulatorCall> ofPhone(OrganizationId organization, PhoneNumber phone, int limit) {
    return db.sql(
            """
            select * from simulator_call
             where organization_id = :org and phone = :phone order by began desc limit :limit""")
        .param("org", organization.value())
        .param("phone", phone.e164())
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  @Override
  public List<SimulatorCall> callsAfter(OrganizationId organization, long change, int limit) {
    return db.sql(
            """
            select * from simulator_call
             where organization_id = :org and changed > :n order by changed limit :limit""")
        .param("org", organization.value())
        .param("n", change)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private SimulatorCall byKey(UUID key) {
    return db.sql("select * from simulator_call where place_key = :key")
        .param("key", key)
        .query(this::read)
        .single();
  }

  private StatementSpec written(StatementSpec sql, SimulatorCall call) {
    return sql.param("id", call.id())
        .param("state", call.state().name())
        .param("step", call.step())
        .param("doing", json.writerFor(CallDoing.class).writeValueAsString(call.doing()))
        .param("lines", json.writerFor(LINES).writeValueAsString(call.lines()))
        .param("machine", call.byMachine());
  }

  private SimulatorCall read(ResultSet row, int index) throws SQLException {
    return new SimulatorCall(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PhoneNumber(row.getString("phone")),
        new PhoneNumber(row.getString("other")),
        Direction.valueOf(row.getString("direction")),
        SimulatorCall.State.valueOf(row.getString("state")),
        row.getInt("step"),
        json.readValue(row.getString("doing"), CallDoing.class),
        json.readValue(row.getString("lines"), LINES),
        Optional.ofNullable(row.getObject("place_key", UUID.class)),
        Optional.ofNullable(row.getObject("leg_of", UUID.class)),
        Duration.ofMillis(row.getLong("ring_ms")),
        row.getBoolean("ask_machine"),
        row.getBoolean("by_machine"),
        instant(row, "began").orElseThrow(),
        instant(row, "answered"),
        instant(row, "ended"),
        Optional.of(row.getString("how")).filter(how -> !how.isEmpty()).map(CallEnd::valueOf),
        row.getLong("changed"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
