package dev.wayfare.resource;

import dev.wayfare.connector.Certificates;
import dev.wayfare.connector.NameRecords;
import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Custom domains in PostgreSQL, beside their resources.
final class PgDomainStore implements ResourceUses {
  /// Who looks has so long; then another process may.
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int TIME = Types.TIMESTAMP_WITH_TIMEZONE;

  private static final String COLUMNS =
      """
      select r.id, r.organization_id, r.environment_id, r.name, r.created_at, d.host, d.word,
             d.state, d.since, d.missing_since, d.look_at, d.looked_at, d.texts, d.silence,
             d.leads_to, d.reach, d.reach_text, d.certificate_from, d.certificate_until
        from domain d join resource r on r.id = d.resource_id
      """;

  private static final String LIST =
      COLUMNS
          + """
             where r.organization_id = :organization
               and (cast(:after as uuid) is null or r.id > :after)
             order by r.id
             limit :most""";

  private static final String FIND =
      COLUMNS + " where r.organization_id = :organization and r.id = :id";

  private static final String ADD =
      """
      insert into domain (resource_id, host, word, state, since, look_at)
      values (:id, :host, :word, 'awaiting_dns', :now, :now)""";

  private static final String LEASED =
      """
      update domain set look_at = :until
       where resource_id in (select resource_id from domain
                              where look_at <= :now
                              order by look_at
                              limit :most
                                for update skip locked)
      returning resource_id""";

  private static final String KEEP =
      """
      update domain
         set since = :since, missing_since = :missing, look_at = :next, looked_at = :at,
             texts = :texts, silence = :silence, leads_to = :leads, reach = :reach,
             reach_text = :reachText, certificate_from = :from, certificate_until = :until
       where resource_id = :id""";

  /// What others had live there before they lost the name would stand in the way of its owner.
  private static final String FREE =
      """
      delete from live_resource l
       using resource r, domain d
       where r.id = l.resource_id and d.resource_id = r.domain_id
         and d.host = :host and d.resource_id <> :id""";

  private static final String MOVE = "update domain set state = :state where resource_id = :id";

  private static final String VERIFIED =
      "select exists (select 1 from domain where host = :host and state = 'verified')";

  private static final String VERIFIED_BY =
      """
      select exists (select 1 from domain d join resource r on r.id = d.resource_id
                      where d.host = :host and d.state = 'verified'
                        and r.organization_id = :organization)""";

  private static final String ROUTES =
      "select address from resource where domain_id = :domain order by address";

  private final JdbcClient sql;

  PgDomainStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Domain> list(OrganizationId organization, Optional<UUID> after, int most) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("after", after.orElse(null), Types.OTHER)
        .param("most", most)
        .query(PgDomainStore::domain)
        .list();
  }

  Optional<Domain> find(OrganizationId organization, UUID id) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("id", id)
        .query(PgDomainStore::domain)
        .optional();
  }

  void add(UUID resource, DomainName host, String word, Instant now) {
    sql.sql(ADD)
        .param("id", resource)
        .param("host", host.ascii())
        .param("word", word)
        .param("now", PgTime.of(now))
        .update();
  }

  /// Those whose time has come, which nobody else looks at meanwhile.
  List<Domain> due(Instant now, int most) {
    var leased =
        sql.sql(LEASED)
            .param("now", PgTime.of(now))
            .param("until", PgTime.of(now.plus(LEASE)))
            .param("most", most)
            .query(UUID.class)
            .list();
    return leased.isEmpty()
        ? List.of()
        : sql.sql(COLUMNS + " where r.id in (:ids)")
            .param("ids", leased)
            .query(PgDomainStore::domain)
            .list();
  }

  /// What the last look found and when the next is due; the state stays.
  void keep(Domain domain) {
    var seen = domain.seen().orElseThrow();
    var silence = seen.record() instanceof NameRecords.Answer.Silent(var why) ? why : "";
    var texts =
        seen.record() instanceof NameRecords.Answer.Records(var values)
            ? values
            : List.<String>of();
    var why = seen.reach() instanceof DomainLook.Reach.Astray(var text) ? text : "";
    var life = seen.certificate();
    sql.sql(KEEP)
        .param("id", domain.id())
        .param("since", PgTime.of(domain.since()))
        .param("missing", domain.missingSince().map(PgTime::of).orElse(null), TIME)
        .param("next", domain.lookAt().map(PgTime::of).orElse(null), TIME)
        .param("at", PgTime.of(seen.at()))
        .param("texts", texts.toArray(String[]::new))
        .param("silence", silence)
        .param("leads", seen.leadsTo().toArray(String[]::new))
        .param("reach", word(seen.reach()))
        .param("reachText", why)
        .param("from", life.map(it -> PgTime.of(it.from())).orElse(null), TIME)
        .param("until", life.map(it -> PgTime.of(it.until())).orElse(null), TIME)
        .update();
  }

  /// @throws org.springframework.dao.DuplicateKeyException when another organization has the name
  void move(Domain domain) {
    sql.sql(MOVE).param("id", domain.id()).param("state", domain.state().stored()).update();
    if (domain.verified()) {
      sql.sql(FREE).param("host", domain.host().ascii()).param("id", domain.id()).update();
    }
  }

  boolean isVerified(String host) {
    return sql.sql(VERIFIED).param("host", host).query(Boolean.class).single();
  }

  boolean isVerifiedBy(OrganizationId organization, String host) {
    return sql.sql(VERIFIED_BY)
        .param("host", host)
        .param("organization", organization.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<Use> of(UUID used) {
    return List.of();
  }

  @Override
  public List<String> others(UUID used) {
    return sql.sql(ROUTES).param("domain", used).query(String.class).list().stream()
        .map(address -> "has the route " + address)
        .toList();
  }

  private static Domain domain(ResultSet row, int rowNumber) throws SQLException {
    return new Domain(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("environment_id", UUID.class),
        row.getString("name"),
        new DomainName(row.getString("host")),
        row.getString("word"),
        DomainState.ofStored(row.getString("state")),
        PgTime.read(row, "since"),
        PgTime.readIfAny(row, "missing_since"),
        PgTime.readIfAny(row, "look_at"),
        seen(row),
        PgTime.read(row, "created_at"));
  }

  private static Optional<DomainLook> seen(ResultSet row) throws SQLException {
    var at = PgTime.readIfAny(row, "looked_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    var silence = row.getString("silence");
    var from = PgTime.readIfAny(row, "certificate_from");
    var until = PgTime.readIfAny(row, "certificate_until");
    return Optional.of(
        new DomainLook(
            at.get(),
            silence.isEmpty()
                ? new NameRecords.Answer.Records(texts(row, "texts"))
                : new NameRecords.Answer.Silent(silence),
            texts(row, "leads_to"),
            reach(row),
            from.flatMap(begun -> until.map(end -> new Certificates.Life(begun, end)))));
  }

  private static DomainLook.Reach reach(ResultSet row) throws SQLException {
    return switch (row.getString("reach")) {
      case "ours" -> new DomainLook.Reach.Ours();
      case "astray" -> new DomainLook.Reach.Astray(row.getString("reach_text"));
      default -> new DomainLook.Reach.Unasked();
    };
  }

  private static String word(DomainLook.Reach reach) {
    return switch (reach) {
      case DomainLook.Reach.Unasked() -> "unasked";
      case DomainLook.Reach.Ours() -> "ours";
      case DomainLook.Reach.Astray _ -> "astray";
    };
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
