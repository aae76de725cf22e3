package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;

/// What a turn's one statement does to the journey's calls. Like every part of it, nothing where
/// the journey's own row (`j`) is not written.
final class PgCallParts {

  /// Where the parts go.
  interface Statement {
    void add(String text, Object... values);
  }

  private final Commit commit;
  private final Statement to;

  private PgCallParts(Commit commit, Statement to) {
    this.commit = commit;
    this.to = to;
  }

  static void write(Commit commit, Statement to) {
    if (!commit.calls().isEmpty()) {
      new PgCallParts(commit, to).write();
    }
  }

  private void write() {
    var begins = commit.calls().stream().anyMatch(PgCallParts::begins);
    if (begins && commit.seen().isPresent()) {
      makeWay();
    }
    for (var news : commit.calls()) {
      switch (news) {
        case CallNews.CameIn call -> cameIn(call);
        case CallNews.Placed call -> placed(call);
        case CallNews.Taken call -> taken(call);
        case CallNews.Over call -> over(call);
      }
    }
  }

  private static boolean begins(CallNews news) {
    return news instanceof CallNews.CameIn || news instanceof CallNews.Placed;
  }

  /// No row is named twice in a statement: a call that this turn writes itself is left out.
  private void makeWay() {
    to.add(
        """
        , cw as (update call set followed = false,
              ended_at = case state when 'waiting' then ? else ended_at end,
              ending = case state when 'waiting' then 'replaced' else ending end,
              state = case state when 'waiting' then 'ended' else state end
            from j where deployment_id = ? and journey_id = ? and followed
              and id <> all (?::text[]::uuid[]))
        """,
        PgTime.of(commit.at()),
        commit.deployment(),
        commit.turn().journey().id(),
        texts(commit.calls().stream().map(CallNews::id).toList()));
  }

  private void cameIn(CallNews.CameIn call) {
    to.add(
        """
        , ci as (insert into call (deployment_id, id, journey_id, direction, caller, called, state,
              followed, carrier, provider_id, began_at, answered_at)
            select ?, ?, ?, 'in', ?, ?, 'going', true, ?, ?, ?, ? from j)
        """,
        commit.deployment(),
        call.id(),
        commit.turn().journey().id(),
        call.from(),
        call.to(),
        call.carrier(),
        call.providerId(),
        PgTime.of(commit.at()),
        PgTime.of(commit.at()));
  }

  private void placed(CallNews.Placed call) {
    to.add(
        """
        , cp as (insert into call (deployment_id, id, journey_id, direction, caller, called, state,
              followed, began_at, due_at, ring_seconds, detect_machine)
            select ?, ?, ?, 'out', ?, ?, 'waiting', true, ?, ?, ?, ? from j)
        """,
        commit.deployment(),
        call.id(),
        commit.turn().journey().id(),
        call.from(),
        call.to(),
        PgTime.of(commit.at()),
        PgTime.of(commit.at()),
        Math.toIntExact(call.ring().toSeconds()),
        call.detectMachine());
  }

  private void taken(CallNews.Taken call) {
    to.add(
        """
        , ct as (update call set state = 'going', answered_at = ?, carrier = ?, provider_id = ?
            from j where deployment_id = ? and id = ?)
        """,
        PgTime.of(commit.at()),
        call.carrier(),
        call.providerId(),
        commit.deployment(),
        call.id());
  }

  private void over(CallNews.Over call) {
    to.add(
        """
        , co as (update call set state = 'ended', followed = false, ended_at = ?,
              seconds = nullif(?, -1), ending = ?
            from j where deployment_id = ? and id = ?)
        """,
        PgTime.of(commit.at()),
        call.length().map(length -> Math.toIntExact(length.toSeconds())).orElse(-1),
        call.ending(),
        commit.deployment(),
        call.id());
  }
}
