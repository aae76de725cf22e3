package dev.wayfare.runtime;

import dev.wayfare.resource.ResourceUses;
import dev.wayfare.resource.Use;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people still need who finish on a release that is not live any more.
final class PgOpenUses implements ResourceUses {
  private static final String USED =
      """
      select a.name as app, p.name as profile, b.slot
        from release r
        join deployment d on d.id = r.deployment_id
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
       cross join lateral jsonb_each(r.manifest::jsonb -> 'bindings') as b (slot, bound)
       where d.live_release_id is distinct from r.id
         and (b.bound ->> 'resource' = :used or b.bound ->> 'account' = :used)
         and exists (select 1 from journey j
                      where j.deployment_id = d.id and j.release_id = r.id
                        and j.standing = 'open')
       group by a.name, p.name, p.position, b.slot
       order by a.name, p.position, b.slot""";

  private final JdbcClient jdbc;

  PgOpenUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Use> of(UUID used) {
    return jdbc.sql(USED)
        .param("used", used.toString())
        .query(
            (row, _) ->
                new Use(
                    row.getString("app"),
                    row.getString("profile"),
                    row.getString("slot"),
                    Use.Kind.FINISHING))
        .list();
  }
}
