package dev.wayfare.channel.simulator;

import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Phones and texts in PostgreSQL. The row in `simulator_tick` numbers the changes and holds each
/// writer until the one before it has committed.
final class PgSimulatorStore implements SimulatorStore {

  private static final String ADD_PHONE =
      """
      with free as (select 1 where not exists
             (select from simulator_phone where organization_id = :org and number = :number)),
           tick as (update simulator_tick set n = n + 1 where exists (select from free) returning n)
      insert into simulator_phone
             (organization_id, number, name, delay_ms, refuse, fail, duplicate, off, created_at,
              changed)
      select :org, :number, :name, :delay, :refuse, :fail, :duplicate, :off, :at, n from tick
          on conflict do nothing""";

  private static final String UPDATE_PHONE =
      """
      with tick as (update simulator_tick set n = n + 1 returning n)
      update simulator_phone
         set name = :name, delay_ms = :delay, refuse = :refuse, fail = :fail,
             duplicate = :duplicate, off = :off, changed = n
        from tick
       where organization_id = :org and number = :number""";

  private static final String ADD_MESSAGE =
      """
      with tick as (update simulator_tick set n = n + 1 returning n)
      insert into simulator_message
             (id, organization_id, phone, other, direction, body, state, note, segments, alphabet,
              provider_id, send_key, at, changed)
      select :id, :org, :phone, :other, :direction, :body, :state, :note, :segments, :alphabet, :provider,
             :key::uuid, :at, n from tick
          on conflict do nothing""";

  private static final String MOVE =
      """
      with tick as (update simulator_tick set n = n + 1 returning n)
      update simulator_message
         set state = :to, note = :note, changed = n
        from tick
       where id = :id and state in (:earlier)""";

  private static final String ANSWERED =
      """
      with tick as (update simulator_tick set n = n + 1 + :replies returning n - :replies as n),
           moved as (update simulator_message set state = 'DELIVERED', note = :note, changed = n
                       from tick where id = :id)
      insert into simulator_message
             (id, organization_id, phone, other, direction, body, state, note, segments, alphabet,
              provider_id, at, changed)
      select r.id, m.organization_id, m.phone, m.other, 'TO_PHONE', r.body, r.state, '', r.segments,
             r.alphabet, r.provider, r.at, tick.n + r.place
        from tick, simulator_message m,
             unnest(:ids::text[]::uuid[], :bodies::text[], :states::text[],
                    :segments::text[]::integer[], :alphabets::text[], :providers::text[],
                    :times::text[]::timestamptz[])
               with ordinality as r(id, body, state, segments, alphabet, provider, at, place)
       where m.id = :id
          on conflict do nothing""";

  private static final String THREADS =
      """
      select other, count(*) as messages, max(at) as last_at
        from simulator_message
       where organization_id = :org and phone = :phone
       group by other
       order by max(at) desc""";

  private final JdbcClient db;

  PgSimulatorStore(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<SimulatorPhone> phones(OrganizationId organization) {
    return db.sql(
            """
            select * from simulator_phone where organization_id = :org
             order by created_at, number""")
        .param("org", organization.value())
        .query(PgSimulatorStore::phone)
        .list();
  }

  @Override
  public Optional<SimulatorPhone> phone(OrganizationId organization, PhoneNumber number) {
    return db.sql("select * from simulator_phone where organization_id = :org and number = :number")
        .param("org", organization.value())
        .param("number", number.e164())
        .query(PgSimulatorStore::phone)
        .optional();
  }

  @Override
  public boolean add(SimulatorPhone phone) {
    return bind(ADD_PHONE, phone).param("at", utc(phone.createdAt())).update() == 1;
  }

  @Override
  public void update(SimulatorPhone phone) {
    bind(UPDATE_PHONE, phone).update();
  }

  @Override
  public SimulatorMessage add(SimulatorMessage message) {
    var segments = message.segments();
    var added =
        db.sql(ADD_MESSAGE)
            .param("id", message.id())
            .param("org", message.organization().value())
            .param("phone", message.phone().e164())
            .param("other", message.other().e164())
            .param("direction", message.direction().name())
            .param("body", message.body().replace("\u0000", ""))
            .param("state", message.state().name())
            .param("note", message.note())
            .param("segments", segments.count())
            .param("alphabet", segments.alphabet().label())
            .param("provider", message.providerId())
            .param("key", message.key().map(UUID::toString).orElse(null))
            .param("at", utc(message.at()))
            .update();
    return added == 1
        ? message
        : message.key().map(this::byKey).or(() -> message(message.id())).orElseThrow();
  }

  @Override
  public Optional<SimulatorMessage> message(UUID id) {
    return db.sql("select * from simulator_message where id = :id")
        .param("id", id)
        .query(PgSimulatorStore::message)
        .optional();
  }

  @Override
  public boolean move(UUID id, DeliveryState to, String note) {
    var earlier =
        Arrays.stream(DeliveryState.values()).filter(s -> s.yieldsTo(to)).map(Enum::name).toList();
    return db.sql(MOVE)
            .param("id", id)
            .param("to", to.name())
            .param("note", note)
            .param("earlier", earlier)
            .update()
        == 1;
  }

  @Override
  public void answered(UUID id, String note, List<SimulatorMessage> replies) {
    db.sql(ANSWERED)
        .param("id", id)
        .param("note", note)
        .param("replies", replies.size())
        .param("ids", texts(replies, SimulatorMessage::id))
        .param("bodies", texts(replies, reply -> reply.body().replace("\u0000", "")))
        .param("states", texts(replies, SimulatorMessage::state))
        .param("segments", texts(replies, reply -> reply.segments().count()))
        .param("alphabets", texts(replies, reply -> reply.segments().alphabet().label()))
        .param("providers", texts(replies, SimulatorMessage::providerId))
        .param("times", texts(replies, SimulatorMessage::at))
        .update();
  }

  /// An array as the driver takes it, whatever its type; the statement casts it.
  private static SqlArrayValue texts(
      List<SimulatorMessage> replies, Function<SimulatorMessage, Object> part) {
    return new SqlArrayValue("text", replies.stream().map(part).map(Object::toString).toArray());
  }

  @Override
  public List<SimulatorMessage> thread(
      OrganizationId organization, PhoneNumber phone, PhoneNumber other, long after, int limit) {
    return db.sql(
            """
            select * from simulator_message
             where organization_id = :org and phone = :phone and other = :other and changed > :after
             order by changed limit :limit""")
        .param("org", organization.value())
        .param("phone", phone.e164())
        .param("other", other.e164())
        .param("after", after)
        .param("limit", limit)
        .query(PgSimulatorStore::message)
        .list();
  }

  @Override
  public List<SimulatorThread> threads(OrganizationId organization, PhoneNumber phone) {
    return db.sql(THREADS)
        .param("org", organization.value())
        .param("phone", phone.e164())
        .query(
            (row, _) ->
                new SimulatorThread(
                    new PhoneNumber(row.getString("other")),
                    row.getInt("messages"),
                    instant(row, "last_at")))
        .list();
  }

  @Override
  public List<SimulatorPhone> phonesAfter(OrganizationId organization, long change, int limit) {
    return after("simulator_phone", organization, change, limit)
        .query(PgSimulatorStore::phone)
        .list();
  }

  @Override
  public List<SimulatorMessage> messagesAfter(OrganizationId organization, long change, int limit) {
    return after("simulator_message", organization, change, limit)
        .query(PgSimulatorStore::message)
        .list();
  }

  @Override
  public long changeBefore(OrganizationId organization, int newest) {
    return db.sql(
            """
            select coalesce(min(changed) - 1, 0)
              from (select changed from simulator_message where organization_id = :org
                     order by changed desc limit :newest) m""")
        .param("org", organization.value())
        .param("newest", newest)
        .query(Long.class)
        .single();
  }

  @Override
  public List<SimulatorMessage> unfinished(Instant before) {
    return db.sql(
            """
            select * from simulator_message
             where state in ('QUEUED', 'SENT') and at <= :before order by at""")
        .param("before", utc(before))
        .query(PgSimulatorStore::message)
        .list();
  }

  private JdbcClient.StatementSpec after(
      String table, OrganizationId organization, long change, int limit) {
    return db.sql(
            "select * from "
                + table
                + " where organization_id = :org and changed > :n order by changed limit :limit")
        .param("org", organization.value())
        .param("n", change)
        .param("limit", limit);
  }

  private SimulatorMessage byKey(UUID key) {
    return db.sql("select * from simulator_message where send_key = :key")
        .param("key", key)
        .query(PgSimulatorStore::message)
        .single();
  }

  private JdbcClient.StatementSpec bind(String sql, SimulatorPhone phone) {
    var faults = phone.faults();
    return db.sql(sql)
        .param("org", phone.organization().value())
        .param("number", phone.number().e164())
        .param("name", phone.name())
        .param("delay", (int) faults.delay().toMillis())
        .param("refuse", faults.refuse().map(Enum::name).orElse(null))
        .param("fail", faults.fail())
        .param("duplicate", faults.duplicate())
        .param("off", faults.off());
  }

  private static SimulatorPhone phone(ResultSet row, int index) throws SQLException {
    var faults =
        new Faults(
            Duration.ofMillis(row.getInt("delay_ms")),
            Optional.ofNullable(row.getString("refuse")).map(RefusalReason::valueOf),
            row.getBoolean("fail"),
            row.getBoolean("duplicate"),
            row.getBoolean("off"));
    return new SimulatorPhone(
        organization(row),
        new PhoneNumber(row.getString("number")),
        row.getString("name"),
        faults,
        instant(row, "created_at"),
        row.getLong("changed"));
  }

  private static SimulatorMessage message(ResultSet row, int index) throws SQLException {
    return new SimulatorMessage(
        row.getObject("id", UUID.class),
        organization(row),
        new PhoneNumber(row.getString("phone")),
        new PhoneNumber(row.getString("other")),
        Direction.valueOf(row.getString("direction")),
        row.getString("body"),
        DeliveryState.valueOf(row.getString("state")),
        row.getString("note"),
        Optional.ofNullable(row.getObject("send_key", UUID.class)),
        instant(row, "at"),
        row.getLong("changed"));
  }

  private static OrganizationId organization(ResultSet row) throws SQLException {
    return new OrganizationId(row.getObject("organization_id", UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
