package dev.wayfare.journal;

import dev.wayfare.db.PgTime;
import dev.wayfare.journal.Actor.Kind;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  private static final String NEWEST_FIRST =
      COLUMNS
          + """
             where organization_id = :organization
               and sequence < :before
               and (cast(:verb as text) is null or verb = :verb)
               and (cast(:family as text) is null or starts_with(verb, :family))
               and (cast(:subjectKind as text) is null or subject_kind = :subjectKind)
               and (cast(:subjectId as text) is null or subject_id = :subjectId)
             order by sequence desc
             limit :most""";

  private static final String SINCE =
      COLUMNS
          + """
             where organization_id = :organization and sequence > :after
             order by sequence
             limit :most""";

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
    return sql.sql(NEWEST_FIRST)
        .param("organization", organization.value())
        .param("before", before.orElse(Long.MAX_VALUE))
        .param("verb", orNull(filter.verb().filter(verb -> !family(verb))))
        .param("family", orNull(filter.verb().filter(PgJournal::family).map(PgJournal::stem)))
        .param("subjectKind", orNull(filter.subjectKind()))
        .param("subjectId", orNull(filter.subjectId()))
        .param("most", most)
        .query(this::entry)
        .list();
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
