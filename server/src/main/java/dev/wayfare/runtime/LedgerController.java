package dev.wayfare.runtime;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Caller;
import dev.wayfare.publish.PeopleMove;
import dev.wayfare.publish.PeopleMoves;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who still stands on which release, and what was done with people in the middle.
@RestController
@RequestMapping("/api/v1/apps/{app}/profiles/{profile}/ledger")
final class LedgerController {
  private static final int MOST_MOVES = 50;
  private static final int MOST_RELEASES = 500;

  /// @param below journeys on releases with a smaller number were meant
  /// @param chosen the policy in the words of a publish
  record MoveView(
      int below,
      Map<String, Object> chosen,
      String state,
      Instant due,
      int taken,
      List<PeopleMove.Kept> kept,
      Optional<Instant> doneAt) {
    static MoveView of(PeopleMove it) {
      return new MoveView(
          it.below(),
          it.policy().written(),
          it.state().name().toLowerCase(Locale.ROOT),
          it.due(),
          it.taken(),
          it.kept(),
          it.doneAt());
    }
  }

  record Ledger(List<PgLedger.Line> releases, List<MoveView> people) {}

  private final AppFinder finder;
  private final PeopleMoves moves;
  private final PgLedger ledger;
  private final InstantSource clock;

  LedgerController(AppFinder finder, PeopleMoves moves, PgLedger ledger, InstantSource clock) {
    this.finder = finder;
    this.moves = moves;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Newest first, both.
  @GetMapping
  Ledger ledger(
      Caller caller,
      @PathVariable String app,
      @PathVariable String profile,
      @RequestParam(defaultValue = "100") int limit) {
    var its = finder.profile(finder.app(app, caller), profile);
    return new Ledger(
        ledger.of(its.id(), Math.clamp(limit, 1, MOST_RELEASES), clock.instant()),
        moves.of(its.id(), MOST_MOVES).stream().map(MoveView::of).toList());
  }
}
