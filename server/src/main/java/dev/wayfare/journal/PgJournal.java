package dev.wayfare.journal;

import dev.wayfare.db.PgTime;
import dev.wayfare.journal.Actor.Kind;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One statement writes: the number comes from the organization's head row, whose lock lasts until
/// the commit.
final class PgJournal implements Journal {

  private static final String WRITE =
      """
      with head as (
        insert into journal_head (organization_id, sequence) values (:organization, 1)
        on conflict (organization_id) do update set sequence = journal_head.sequence + 1
        returning sequence)
      insert into journal (organization_id, sequence, at, actor_kind, actor_id, actor_name, verb,
                           subject_kind, subject_id, subject_name, data)
      select :organization, sequence, :at, :actorKind, :actorId, :actorName, :verb,
             :subjectKind, :subjectId, :subjectName, cast(:data as jsonb)
        from head
      returning sequence""";

  private static final String COLUMNS =
      """
      select sequence, at, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id,
             subject_name, data
        from journal
      """;

  private static final String FITS =
      """
       where organization_id = :organization
         and (cast(:verb as text) is null or verb = :verb)
         and (cast(:family as text) is null or starts_with(verb, :family))
         and (cast(:subjectKind as text) is null or subject_kind = :subjectKind)
         and (cast(:subjectId as text) is null or subject_id = :subjectId)
         and (cast(:actor as text) is null or actor_id = :actor)
         and (cast(:from as timestamptz) is null or at >= :from)
         and (cast(:until as timestamptz) is null or at < :until)
      """;

  private static final String NEWEST_FIRST =
      COLUMNS + FITS + " and sequence < :before order by sequence desc limit :most";

  private static final String EACH =
      COLUMNS + FITS + " and sequence > :after order by sequence limit :most";

  /// The first entry that does not follow from the one before it.
  private static final String BROKEN =
      """
      select sequence, previous, changed
        from (select sequence, coalesce(lag(sequence) over w, 0) as previous,
                     hash <> sha256(coalesce(lag(hash) over w, ''::bytea) || journal_content(j))
                       as changed
                from journal j
               where organization_id = :organization
              window w as (order by sequence)) chain
       where changed or sequence <> previous + 1
       order by sequence
       limit 1""";

  private static final String NEWEST =
      """
      select coalesce(max(h.sequence), 0) as counted, coalesce(max(j.sequence), 0) as kept,
             count(j.sequence) as entries,
             coalesce(encode((array_agg(j.hash order by j.sequence desc))[1], 'hex'), '') as hash
        from (select cast(:organization as uuid) as organization_id) o
        left join journal_head h on h.organization_id = o.organization_id
        left join journal j on j.organization_id = o.organization_id""";

  private static final String SINCE =
      COLUMNS
          + """
             where organization_id = :organization and sequence > :after
             order by sequence
             limit :most""";

  private static final int BATCH = 500;
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final JdbcClient sql;
  private final InstantSource clock;
  private final JsonMapper json;

  PgJournal(JdbcClient sql, InstantSource clock, JsonMapper json) {
    this.sql = sql;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public long write(Fact fact) {
    return sql.sql(WRITE)
        .param("organization", fact.organization().value())
        .param("at", PgTime.of(clock.instant()))
        .param("actorKind", fact.actor().kind().word())
        .param("actorId", fact.actor().id())
        .param("actorName", fact.actor().name())
        .param("verb", fact.verb())
        .param("subjectKind", fact.subject().kind())
        .param("subjectId", fact.subject().id())
        .param("subjectName", fact.subject().name())
        .param("data", json.writeValueAsString(fact.data()))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Entry> newestFirst(
      OrganizationId organization, Filter filter, OptionalLong before, int most) {
    return fitting(sql.sql(NEWEST_FIRST), organization, filter)
        .param("before", before.orElse(Long.MAX_VALUE))
        .param("most", most)
        .query(this::entry)
        .list();
  }

  @Override
  public void each(OrganizationId organization, Filter filter, Consumer<Entry> told) {
    var after = 0L;
    while (true) {
      var some =
          fitting(sql.sql(EACH), organization, filter)
              .param("after", after)
              .param("most", BATCH)
              .query(this::entry)
              .list();
      some.forEach(told);
      if (some.size() < BATCH) {
        return;
      }
      after = some.getLast().sequence();
    }
  }

  private static JdbcClient.StatementSpec fitting(
      JdbcClient.StatementSpec statement, OrganizationId organization, Filter filter) {
    return statement
        .param("organization", organization.value())
        .param("verb", orNull(filter.verb().filter(verb -> !family(verb))))
        .param("family", orNull(filter.verb().filter(PgJournal::family).map(PgJournal::stem)))
        .param("subjectKind", orNull(filter.subjectKind()))
        .param("subjectId", orNull(filter.subjectId()))
        .param("actor", orNull(filter.actor()))
        .param("from", filter.from().map(PgTime::of).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", filter.until().map(PgTime::of).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  public Verification verify(OrganizationId organization) {
    var broken =
        sql.sql(BROKEN)
            .param("organization", organization.value())
            .query((row, _) -> broken(row))
            .optional();
    return sql.sql(NEWEST)
        .param("organization", organization.value())
        .query(
            (row, _) -> {
              var counted = row.getLong("counted");
              var cut =
                  counted > row.getLong("kept")
                      ? Optional.of(new Broken(row.getLong("kept") + 1, Fault.MISSING))
                      : Optional.<Broken>empty();
              return new Verification(
                  row.getLong("entries"), row.getString("hash"), broken.or(() -> cut));
            })
        .single();
  }

  private static Broken broken(ResultSet row) throws SQLException {
    var due = row.getLong("previous") + 1;
    return row.getLong("sequence") == due
        ? new Broken(due, Fault.CHANGED)
        : new Broken(due, Fault.MISSING);
  }

  @Override
  public List<Entry> since(OrganizationId organization, long after, int most) {
    return sql.sql(SINCE)
        .param("organization", organization.value())
        .param("after", after)
        .param("most", most)
        .query(this::entry)
        .list();
  }

  private static boolean family(String verb) {
    return verb.endsWith(".*");
  }

  private static String stem(String family) {
    return family.substring(0, family.length() - 1);
  }

  private static @Nullable String orNull(Optional<String> value) {
    return value.orElse(null);
  }

  private Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("sequence"),
        PgTime.read(row, "at"),
        new Actor(
            Kind.of(row.getString("actor_kind")),
            row.getString("actor_id"),
            row.getString("actor_name")),
        row.getString("verb"),
        new Subject(
            row.getString("subject_kind"),
            row.getString("subject_id"),
            row.getString("subject_name")),
        json.readValue(row.getString("data"), DATA));
  }
}
