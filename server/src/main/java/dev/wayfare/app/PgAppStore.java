package dev.wayfare.app;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.resource.IdOrName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Apps and the revisions of their drafts in PostgreSQL.
final class PgAppStore {

  private static final String APP =
      "select id, organization_id, name, title, revision, created_at from app ";

  private static final String LIST =
      APP
          + """
             where organization_id = :organization
               and (cast(:after as text) is null or name > :after)
             order by name
             limit :most""";

  private static final String FIND =
      APP + " where organization_id = :organization and (id = :id or name = :name)";

  private static final String ADD =
      """
      insert into app (id, organization_id, name, title, revision, created_at)
      values (:id, :organization, :name, :title, 1, :at)""";

  private static final String ADD_REVISION =
      """
      insert into draft_revision (app_id, number, document, hash, saved_at, saved_by)
      values (:app, :number, :document, :hash, :at, :by)""";

  /// Who saw another revision than today's moves nothing.
  private static final String MOVE =
      """
      update app set revision = revision + 1, title = :title
       where id = :app and (cast(:seen as integer) is null or revision = :seen)
      returning revision""";

  private static final String REVISION =
      """
      select app_id, number, document, hash, saved_at, saved_by
        from draft_revision where app_id = :app and number = :number""";

  private static final String CURRENT =
      """
      select d.app_id, d.number, d.document, d.hash, d.saved_at, d.saved_by
        from app a join draft_revision d on d.app_id = a.id and d.number = a.revision
       where a.id = :app""";

  private static final String HISTORY =
      """
      select number, hash, saved_at, saved_by from draft_revision
       where app_id = :app and number < :before
       order by number desc
       limit :most""";

  private final JdbcClient sql;

  PgAppStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<NamedApp> list(OrganizationId organization, Optional<String> after, int most) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("after", after.orElse(null), Types.VARCHAR)
        .param("most", most)
        .query(PgAppStore::app)
        .list();
  }

  Optional<NamedApp> find(OrganizationId organization, IdOrName which) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("id", which.id().orElse(null), Types.OTHER)
        .param("name", which.name())
        .query(PgAppStore::app)
        .optional();
  }

  void add(NamedApp app, Draft first) {
    sql.sql(ADD)
        .param("id", app.id())
        .param("organization", app.organization().value())
        .param("name", app.name())
        .param("title", app.title())
        .param("at", PgTime.of(app.createdAt()))
        .update();
    addRevision(first);
  }

  /// The number of the new revision; empty when the draft is not at the one that was seen.
  Optional<Integer> move(UUID app, String title, Optional<Integer> seen) {
    return sql.sql(MOVE)
        .param("app", app)
        .param("title", title)
        .param("seen", seen.orElse(null), Types.INTEGER)
        .query(Integer.class)
        .optional();
  }

  void addRevision(Draft draft) {
    sql.sql(ADD_REVISION)
        .param("app", draft.app())
        .param("number", draft.revision())
        .param("document", draft.document())
        .param("hash", draft.hash())
        .param("at", PgTime.of(draft.savedAt()))
        .param("by", draft.savedBy())
        .update();
  }

  Draft current(UUID app) {
    return sql.sql(CURRENT).param("app", app).query(PgAppStore::draft).single();
  }

  Optional<Draft> revision(UUID app, int number) {
    return sql.sql(REVISION)
        .param("app", app)
        .param("number", number)
        .query(PgAppStore::draft)
        .optional();
  }

  List<Revision> history(UUID app, int before, int most) {
    return sql.sql(HISTORY)
        .param("app", app)
        .param("before", before)
        .param("most", most)
        .query(
            (row, _) ->
                new Revision(
                    row.getInt("number"),
                    row.getString("hash"),
                    PgTime.read(row, "saved_at"),
                    row.getString("saved_by")))
        .list();
  }

  private static NamedApp app(ResultSet row, int number) throws SQLException {
    return new NamedApp(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("name"),
        row.getString("title"),
        row.getInt("revision"),
        PgTime.read(row, "created_at"));
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getObject("app_id", UUID.class),
        row.getInt("number"),
        row.getString("document"),
        row.getString("hash"),
        PgTime.read(row, "saved_at"),
        row.getString("saved_by"));
  }
}
