package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.TrailCodec;
import dev.wayfare.flow.json.ValueCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The one statement that remembers a turn, put together from the parts this turn needs. Every part
/// hangs on `j`, the journey's own row: where that is not written, nothing is.
final class PgTurnStatement {
  static final TrailCodec TRAILS = new TrailCodec();
  static final ValueCodec VALUES = new ValueCodec();

  private final StringBuilder sql = new StringBuilder(1024);
  private final List<Object> values = new ArrayList<>(40);
  private final Commit commit;
  private final JourneyCodec codec;
  private final Journey journey;
  private final AskSeal seal;
  private final Instant now;

  /// @param now when it is remembered; the turn began earlier
  PgTurnStatement(Commit commit, JourneyCodec codec, AskSeal seal, Instant now) {
    this.now = now;
    this.commit = commit;
    this.codec = codec;
    this.seal = seal;
    this.journey = commit.turn().journey();
    claim();
    if (commit.seen().isPresent()) {
      update(commit.seen().get());
    } else {
      insert();
    }
    trail();
    commit.answered().ifPresent(this::answered);
    timers();
    asks();
    out();
    PgCallParts.write(commit, this::add);
    figures();
    PgAlarms.write(commit, this::add);
    finish();
  }

  String sql() {
    return sql.toString();
  }

  List<Object> values() {
    return values;
  }

  /// A program says who a new journey is with, whoever texts from that number now.
  private boolean claimsFromOthers() {
    return commit.claims().isPresent()
        && (commit.seen().isPresent() || commit.kind() == Commit.Kind.REQUEST);
  }

  /// The number's texts belong to this journey now: another open journey lets go of it first.
  private void claim() {
    sql.append("with ");
    if (claimsFromOthers()) {
      add(
          """
          let_go as (update journey set phone = ''
             where deployment_id = ? and phone = ? and id <> ? and id <> ? and standing = 'open'
             returning 1),
          """,
          commit.deployment(),
          commit.claims().orElseThrow(),
          journey.id(),
          commit.closes().map(old -> old.journey().id()).orElse(journey.id()));
    }
  }

  private void update(int seen) {
    add(
        """
        j as (update journey set standing = ?, turn = ?, last_at = ?, expires_at = ?, state = ?,
            email = ?, texts = texts + ?, troubles = troubles + ?
        """,
        standing(journey.standing()),
        journey.turn(),
        PgTime.of(commit.at()),
        PgTime.of(journey.expires()),
        codec.write(journey),
        email(),
        texts(),
        troubles());
    standsAt().ifPresent(it -> add(", stands_at = ?", it));
    if (claimsFromOthers()) {
      add(", phone = ?", commit.claims().orElseThrow());
    }
    if (commit.kind() == Commit.Kind.MOVE) {
      add(", release_id = ?", commit.release());
    }
    add(
        " where deployment_id = ? and id = ? and turn = ? and standing = 'open'",
        commit.deployment(),
        journey.id(),
        seen);
    if (claimsFromOthers()) {
      sql.append(" and (select count(*) from let_go) >= 0");
    }
    commit.takes().ifPresent(this::takes);
    sql.append(" returning 1)");
  }

  /// An answer is taken once: by the turn that still finds its ask.
  private void takes(String key) {
    add(
        " and exists (select 1 from ask where deployment_id = ? and journey_id = ? and key = ?)",
        commit.deployment(),
        journey.id(),
        key);
  }

  private void insert() {
    commit
        .closes()
        .ifPresent(
            old ->
                add(
                    """
                    closed as (update journey
                         set standing = ?, last_at = ?, turn = turn + 1, state = ?
                       where deployment_id = ? and id = ? and turn = ? and standing = 'open'
                       returning 1),
                    dropped as (delete from timer using closed
                       where deployment_id = ? and journey_id = ?),
                    """,
                    standing(closed(old).standing()),
                    PgTime.of(commit.at()),
                    codec.write(closed(old)),
                    commit.deployment(),
                    old.journey().id(),
                    old.journey().turn(),
                    commit.deployment(),
                    old.journey().id()));
    commit.closes().filter(old -> !old.journey().asked().isEmpty()).ifPresent(this::forget);
    add(
        """
        j as (insert into journey (deployment_id, id, link, release_id, phone, began_on, standing,
            turn, texts, troubles, began_at, last_at, expires_at, state, email, stands_at)
          select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        """,
        commit.deployment(),
        journey.id(),
        journey.link(),
        commit.release(),
        commit.claims().orElse(""),
        kind(),
        standing(journey.standing()),
        journey.turn(),
        texts(),
        troubles(),
        PgTime.of(journey.began()),
        PgTime.of(commit.at()),
        PgTime.of(journey.expires()),
        codec.write(journey),
        email(),
        standsAt().orElse(""));
    sql.append(commit.closes().isPresent() ? " from closed" : "");
    sql.append(claimsFromOthers() ? " where (select count(*) from let_go) >= 0" : "");
    sql.append(" returning 1)");
  }

  private void forget(Stored old) {
    add(
        """
        forgotten as (delete from ask using closed where deployment_id = ? and journey_id = ?),
        """,
        commit.deployment(),
        old.journey().id());
  }

  /// The older journey after it made way: its link says so from now on.
  private Journey closed(Stored old) {
    return old.journey()
        .closed(old.journey().expires().isAfter(commit.at()) ? Standing.ENDED : Standing.EXPIRED);
  }

  private void trail() {
    add(
        """
        , t as (insert into trail (deployment_id, journey_id, turn, at, kind, release_id, entries,
            took_ms)
          select ?, ?, ?, ?, ?, ?, ?, ? from j)
        """,
        commit.deployment(),
        journey.id(),
        journey.turn(),
        PgTime.of(commit.at()),
        kind(),
        commit.release(),
        TRAILS.write(commit.turn().trail()),
        tookMillis());
  }

  private void answered(Commit.Answered answered) {
    var reply = VALUES.writeValue(answered.texts());
    var open = answered.openUntil().map(until -> PgTime.of(until).toString()).orElse("");
    if (answered.earlier().isPresent()) {
      add(
          """
          , i as (update inbox set reply = ?, open_until = nullif(?, '')::timestamptz from j
            where deployment_id = ? and key = ?)
          """,
          reply,
          open,
          commit.deployment(),
          answered.key());
    } else {
      add(
          """
          , i as (insert into inbox (deployment_id, key, at, reply, open_until)
            select ?, ?, ?, ?, nullif(?, '')::timestamptz from j)
          """,
          commit.deployment(),
          answered.key(),
          PgTime.of(commit.at()),
          reply,
          open);
    }
  }

  private void asks() {
    if (!commit.asks().isEmpty()) {
      var asks = commit.asks();
      add(
          """
          , aset as (insert into ask (deployment_id, journey_id, key, kind, request, made_at, due_at)
            select ?, ?, u.key, u.kind, decode(u.request, 'base64'), ?, ?
            from j, unnest(?::text[], ?::text[], ?::text[]) as u(key, kind, request))
          """,
          commit.deployment(),
          journey.id(),
          PgTime.of(commit.at()),
          PgTime.of(Chains.lease(commit.at())),
          asks.stream().map(Effect.Ask::key).toArray(String[]::new),
          asks.stream().map(ask -> Outside.kind(ask.request())).toArray(String[]::new),
          asks.stream().map(this::sealed).toArray(String[]::new));
    }
    if (!commit.asksDone().isEmpty()) {
      add(
          """
          , ad as (delete from ask using j
            where deployment_id = ? and journey_id = ? and key = any (?::text[]))
          """,
          commit.deployment(),
          journey.id(),
          commit.asksDone().toArray(String[]::new));
    }
  }

  private String sealed(Effect.Ask ask) {
    return Base64.getEncoder().encodeToString(seal.seal(journey.id(), ask.key(), ask.request()));
  }

  private void timers() {
    if (!commit.timersSet().isEmpty()) {
      add(
          """
          , ts as (insert into timer (deployment_id, journey_id, name, due_at, set_for)
            select ?, ?, n, d, d from j, unnest(?::text[], ?::text[]::timestamptz[]) as u(n, d)
            on conflict (deployment_id, journey_id, name) do update
              set due_at = excluded.due_at, set_for = excluded.set_for, tries = 0,
                  dead_at = null, error = null)
          """,
          commit.deployment(),
          journey.id(),
          commit.timersSet().keySet().toArray(String[]::new),
          texts(commit.timersSet().values()));
    }
    if (!commit.timersDropped().isEmpty()) {
      add(
          """
          , td as (delete from timer using j
            where deployment_id = ? and journey_id = ? and name = any (?::text[]))
          """,
          commit.deployment(),
          journey.id(),
          commit.timersDropped().toArray(String[]::new));
    }
  }

  private void out() {
    if (commit.out().isEmpty()) {
      return;
    }
    var out = commit.out();
    add(
        """
        , o as (insert into outbox (deployment_id, id, journey_id, turn, sender, recipient, body,
            state, due_at, made_at)
          select ?, u.id, ?, ?, u.sender, u.recipient, u.body, 'waiting', ?, ?
          from j, unnest(?::text[]::uuid[], ?::text[], ?::text[], ?::text[])
            as u(id, sender, recipient, body))
        """,
        commit.deployment(),
        journey.id(),
        journey.turn(),
        PgTime.of(commit.at()),
        PgTime.of(commit.at()),
        texts(out.stream().map(Commit.OutText::id).toList()),
        out.stream().map(Commit.OutText::from).toArray(String[]::new),
        out.stream().map(Commit.OutText::to).toArray(String[]::new),
        out.stream().map(Commit.OutText::body).toArray(String[]::new));
  }

  private void figures() {
    if (!commit.figures().isEmpty()) {
      add(
          """
          , m as (insert into metric (deployment_id, journey_id, turn, name, value, at)
            select ?, ?, ?, u.name, u.value, ?
            from j, unnest(?::text[], ?::text[]::float8[]) as u(name, value))
          """,
          commit.deployment(),
          journey.id(),
          journey.turn(),
          PgTime.of(commit.at()),
          commit.figures().stream().map(Commit.Figure::name).toArray(String[]::new),
          texts(commit.figures().stream().map(Commit.Figure::value).toList()));
    }
  }

  private void finish() {
    var moved = new ArrayList<String>();
    if (commit.rings()) {
      moved.add(LiveJourneys.TOPIC + " " + journey.link() + " " + journey.turn());
    }
    commit
        .closes()
        .map(this::closed)
        .ifPresent(old -> moved.add(LiveJourneys.TOPIC + " " + old.link() + " " + old.turn()));
    if (!moved.isEmpty()) {
      add(
          """
          , n as (select pg_notify('wayfare', word) from j, unnest(?::text[]) as u(word))
          select (select count(*) from j) + 0 * (select count(*) from n)
          """,
          (Object) moved.toArray(String[]::new));
    } else {
      sql.append(" select count(*) from j");
    }
  }

  private int tookMillis() {
    return Math.clamp(Duration.between(commit.at(), now).toMillis(), 0, Integer.MAX_VALUE);
  }

  /// The step where it stands open, first on the channel of this turn. Where a journey is over, the
  /// last one stays: there it was left.
  private Optional<String> standsAt() {
    if (journey.standing() != Standing.OPEN) {
      return Optional.empty();
    }
    return Stream.concat(channel().stream(), Stream.of(Channel.WEB, Channel.TEXT, Channel.VOICE))
        .map(journey::stack)
        .filter(stack -> !stack.isEmpty())
        .findFirst()
        .map(List::getLast)
        .map(frame -> "flows/%s/steps/%s".formatted(frame.flow(), frame.step()));
  }

  private Optional<Channel> channel() {
    return switch (commit.kind()) {
      case TEXT -> Optional.of(Channel.TEXT);
      case CALL -> Optional.of(Channel.VOICE);
      case VISIT, PAGE -> Optional.of(Channel.WEB);
      case TIMER, SCHEDULE, REQUEST, EXPIRY, ANSWER, MOVE, CLOSE -> Optional.empty();
    };
  }

  /// As journeys are found by it; one no column can hold is found by nobody.
  private String email() {
    var email = journey.contact().email().strip().toLowerCase(Locale.ROOT);
    return email.indexOf('\0') < 0 && email.length() <= 320 ? email : "";
  }

  private int texts() {
    return (commit.kind() == Commit.Kind.TEXT ? 1 : 0)
        + commit.out().size()
        + switch (commit.kind()) {
          case CALL, REQUEST -> 0;
          case TEXT, VISIT, PAGE, TIMER, SCHEDULE, EXPIRY, ANSWER, MOVE, CLOSE -> answers();
        };
  }

  private int answers() {
    return commit
        .answered()
        .map(answered -> answered.texts().size() - answered.earlier().orElse(0))
        .orElse(0);
  }

  private int troubles() {
    return (int) commit.turn().effects().stream().filter(Effect.Incident.class::isInstance).count();
  }

  private String kind() {
    return commit.kind().name().toLowerCase(Locale.ROOT);
  }

  private void add(String text, Object... more) {
    sql.append(text);
    values.addAll(List.of(more));
  }

  /// An array as the driver takes it, whatever its type; the statement casts it.
  static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  static String standing(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }
}
