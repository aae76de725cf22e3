package dev.wayfare.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An alert as people see it. `reached` says whether anybody knows of it.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AlertView(
    UUID id,
    AlertKind kind,
    Standing.State state,
    String code,
    String flow,
    String step,
    String app,
    String profile,
    String text,
    String link,
    long total,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Instant> openedAt,
    Optional<Instant> recoveredAt,
    int firstVersion,
    int lastVersion,
    int lastRelease,
    Reached reached,
    List<PgAlertViews.Sent> deliveries) {

  /// Of those who were to be told: `waiting` while it is not decided, `not_yet` below the
  /// threshold.
  enum Reached {
    NOT_YET,
    WAITING,
    ALL,
    SOME,
    NOBODY;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reached of(Standing.State state, List<PgAlertViews.Sent> deliveries) {
      var sent = count(deliveries, "sent");
      if (deliveries.isEmpty()) {
        return state == Standing.State.COUNTING ? NOT_YET : NOBODY;
      }
      if (sent == deliveries.size()) {
        return ALL;
      }
      return sent > 0 ? SOME : count(deliveries, "waiting") > 0 ? WAITING : NOBODY;
    }

    private static long count(List<PgAlertViews.Sent> deliveries, String state) {
      return deliveries.stream().filter(it -> it.state().equals(state)).count();
    }
  }

  static AlertView of(Alert alert, List<PgAlertViews.Sent> deliveries, String link) {
    var what = alert.what();
    var standing = alert.standing();
    return new AlertView(
        alert.id(),
        what.kind(),
        standing.state(),
        what.code(),
        what.flow(),
        what.step(),
        what.app(),
        what.profile(),
        what.text(),
        link,
        standing.total(),
        standing.firstSeen(),
        standing.lastSeen(),
        standing.opened(),
        standing.recovered(),
        alert.first().version(),
        alert.last().version(),
        alert.last().release(),
        Reached.of(standing.state(), deliveries),
        deliveries);
  }
}
