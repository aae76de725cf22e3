package dev.wayfare.runtime;

import dev.wayfare.channel.ApiDoor;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.web.WebDoor;
import dev.wayfare.db.Bell;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.AppOpenApi;
import dev.wayfare.publish.LiveReleases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The runtime's front door: what hears texts and pages, and the workers behind it.
@Configuration(proxyBeanMethods = false)
public class RuntimeModule {
  @Bean
  RouteRules runtimeRoutes() {
    var read = Access.agent("journeys:read");
    var write = Access.developer("journeys:write");
    return RouteRules.of(
        RouteRule.get("/api/v1/journeys", read),
        RouteRule.get("/api/v1/journeys/{journey}/trail", read),
        RouteRule.get("/api/v1/outbox/dead", read),
        RouteRule.post("/api/v1/outbox/{text}/send-again", write),
        RouteRule.get("/api/v1/timers/dead", read),
        RouteRule.post("/api/v1/journeys/{journey}/timers/{name}/fire-again", write));
  }

  @Bean
  JourneyController journeyController(JdbcClient jdbc, JourneyStore journeys, Turns turns) {
    return new JourneyController(
        new PgJourneyViews(jdbc), journeys, new PgDeadLetters(jdbc), turns);
  }

  @Bean
  JourneyStore journeyStore(JdbcClient jdbc) {
    return new PgJourneyStore(jdbc);
  }

  @Bean
  TimerStore timerStore(JdbcClient jdbc) {
    return new PgTimerStore(jdbc);
  }

  @Bean
  OutboxStore outboxStore(JdbcClient jdbc) {
    return new PgOutboxStore(jdbc);
  }

  @Bean
  UploadStore uploadStore(JdbcClient jdbc) {
    return new PgUploadStore(jdbc);
  }

  @Bean
  Turns turns(Ids ids, InstantSource clock) {
    return new Turns(ids, clock);
  }

  @Bean
  Lines lines() {
    return new Lines();
  }

  @Bean
  LiveJourneys liveJourneys(Bell bell) {
    return new LiveJourneys(bell);
  }

  @Bean
  Outbox outbox(
      OutboxStore store, CarrierAccounts accounts, List<Carrier> carriers, InstantSource clock) {
    return new Outbox(store, accounts, carriers, clock);
  }

  @Bean
  OutboxSignal outboxSignal() {
    return new OutboxSignal();
  }

  @Bean
  TextDoor textDoor(
      LiveReleases releases,
      JourneyStore journeys,
      OutboxStore outbox,
      OutboxSignal signal,
      Turns turns,
      Lines lines) {
    return new TextTurns(releases, journeys, outbox, signal, turns, lines);
  }

  @Bean
  WebDoor webDoor(
      LiveReleases releases,
      JourneyStore journeys,
      UploadStore uploads,
      LiveJourneys watchers,
      OutboxSignal signal,
      Turns turns,
      Lines lines,
      Ids ids) {
    return new WebTurns(releases, journeys, uploads, watchers, signal, turns, lines, ids);
  }

  @Bean
  ApiDoor apiDoor(
      JdbcClient jdbc,
      LiveReleases releases,
      JourneyStore journeys,
      AppOpenApi documents,
      OutboxSignal signal,
      Turns turns,
      Lines lines) {
    var store = new PgRequestStore(jdbc);
    return new ApiTurns(
        releases,
        store,
        documents,
        turns,
        new ApiTurn(releases, journeys, store, signal, turns, lines));
  }

  @Bean
  Timers timers(
      TimerStore store,
      JourneyStore journeys,
      LiveReleases releases,
      OutboxSignal signal,
      Turns turns,
      Lines lines) {
    return new Timers(store, journeys, releases, signal, turns, lines);
  }

  @Bean
  Workers workers(Outbox outbox, OutboxSignal signal, Timers timers) {
    var sender = new Worker("outbox", Duration.ofSeconds(1), outbox::sendDue);
    signal.wakes(sender::wake);
    return new Workers(
        List.of(
            sender,
            new Worker("timers", Duration.ofMillis(500), timers::fireDue),
            new Worker("sweeper", Duration.ofSeconds(30), timers::sweep)));
  }
}
