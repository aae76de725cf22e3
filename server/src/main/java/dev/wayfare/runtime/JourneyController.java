package dev.wayfare.runtime;

import dev.wayfare.flow.TrailEntry;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Trails and calls of journeys, and what could not be sent or run.
@RestController
@RequestMapping("/api/v1")
final class JourneyController {
  private static final int MOST = 200;

  record TrailView(List<TurnView> turns) {}

  record TurnView(int turn, Instant at, String kind, UUID release, List<StepView> steps) {}

  record StepView(String flow, String step, String what, Map<String, Object> data) {
    static StepView of(TrailEntry entry) {
      return new StepView(entry.flow(), entry.step(), entry.what(), entry.data());
    }
  }

  record Calls(List<CallStore.View> items) {}

  record DeadTimers(List<PgDeadLetters.DeadTimer> items) {}

  record DeadAsks(List<PgDeadLetters.DeadAsk> items) {}

  private final PgJourneyViews views;
  private final JourneyStore journeys;
  private final CallStore calls;
  private final PgDeadLetters dead;
  private final Turns turns;

  JourneyController(
      PgJourneyViews views,
      JourneyStore journeys,
      CallStore calls,
      PgDeadLetters dead,
      Turns turns) {
    this.views = views;
    this.journeys = journeys;
    this.calls = calls;
    this.dead = dead;
    this.turns = turns;
  }

  @GetMapping("/journeys/{journey}/trail")
  TrailView trail(Caller caller, @PathVariable UUID journey) {
    for (var deployment : views.deployments(caller.organization())) {
      var trail = journeys.trail(deployment, journey);
      if (!trail.isEmpty()) {
        return new TrailView(
            trail.stream()
                .map(
                    turn ->
                        new TurnView(
                            turn.turn(),
                            turn.at(),
                            turn.kind(),
                            turn.release(),
                            turn.entries().stream().map(StepView::of).toList()))
                .toList());
      }
    }
    throw ProblemException.notFound("journey", journey);
  }

  /// The calls of a journey, oldest first, with their length.
  @GetMapping("/journeys/{journey}/calls")
  Calls calls(Caller caller, @PathVariable UUID journey) {
    return calls
        .ofJourney(views.deployments(caller.organization()), journey)
        .map(Calls::new)
        .orElseThrow(() -> ProblemException.notFound("journey", journey));
  }

  /// Texts that could not be sent, newest first.
  @GetMapping("/outbox/dead")
  Page<PgDeadLetters.DeadText> deadTexts(Caller caller, PageRequest page) {
    var rows = dead.texts(views.deployments(caller.organization()), page.afterId(), page.oneMore());
    return Page.of(rows, page, row -> Cursor.encode(row.id()));
  }

  @PostMapping("/outbox/{text}/send-again")
  ResponseEntity<Void> sendAgain(Caller caller, @PathVariable UUID text) {
    if (!dead.sendAgain(views.deployments(caller.organization()), text, turns.now())) {
      throw ProblemException.notFound("dead text", text);
    }
    return ResponseEntity.accepted().build();
  }

  /// Timers whose turn failed too often.
  @GetMapping("/timers/dead")
  DeadTimers deadTimers(Caller caller) {
    return new DeadTimers(dead.timers(views.deployments(caller.organization()), MOST));
  }

  @PostMapping("/journeys/{journey}/timers/{name}/fire-again")
  ResponseEntity<Void> fireAgain(
      Caller caller, @PathVariable UUID journey, @PathVariable String name) {
    if (!dead.fireAgain(views.deployments(caller.organization()), journey, name, turns.now())) {
      throw ProblemException.notFound("dead timer", name);
    }
    return ResponseEntity.accepted().build();
  }

  /// Calls, emails and file work of journeys that failed too often.
  @GetMapping("/asks/dead")
  DeadAsks deadAsks(Caller caller) {
    return new DeadAsks(dead.asks(views.deployments(caller.organization()), MOST));
  }

  @PostMapping("/journeys/{journey}/asks/{key}/send-again")
  ResponseEntity<Void> askAgain(
      Caller caller, @PathVariable UUID journey, @PathVariable String key) {
    if (!dead.askAgain(views.deployments(caller.organization()), journey, key, turns.now())) {
      throw ProblemException.notFound("dead ask", key);
    }
    return ResponseEntity.accepted().build();
  }
}
