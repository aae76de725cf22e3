package dev.wayfare.record;

import java.util.LinkedHashMap;
import java.util.Map;

/// A search as one whole statement. How many are wanted is no parameter: the planner would take it
/// for a tenth of all records.
record PgSearch(String sql, Map<String, Object> parameters) {
  private static final String COLUMNS =
      "id, created_at, changed_at, cast(fields as text) as fields";

  /// Nothing is found when the shelf's shape has changed since, seen by the same statement.
  private static final String FOUND =
      """
      select %s from record%s
         and (select revision from record_shelf where id = :shelf) = :revision
      %s limit %d%s""";

  static PgSearch finding(Search search) {
    var filters = new PgFilters(search);
    var parameters = new LinkedHashMap<>(filters.parameters());
    parameters.put("revision", search.shelf().revision());
    return new PgSearch(
        FOUND.formatted(
            COLUMNS,
            filters.where(),
            filters.order(),
            search.most(),
            search.skip() > 0 ? " offset " + search.skip() : ""),
        parameters);
  }

  static PgSearch locking(Search search) {
    var filters = new PgFilters(search);
    return new PgSearch(
        "select %s from record%s order by id limit %d for no key update"
            .formatted(COLUMNS, filters.where(), search.most()),
        filters.parameters());
  }

  static PgSearch deleting(Search search) {
    var filters = new PgFilters(search);
    return new PgSearch("delete from record" + filters.where(), filters.parameters());
  }
}
