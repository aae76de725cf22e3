package dev.wayfare.runtime;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.web.WebDoor;
import dev.wayfare.db.Bell;
import dev.wayfare.kernel.Ids;
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
  TextDoor textDoor(
      LiveReleases releases, JourneyStore journeys, Outbox outbox, Turns turns, Lines lines) {
    return new TextTurns(releases, journeys, outbox, turns, lines);
  }

  @Bean
  WebDoor webDoor(
      LiveReleases releases,
      JourneyStore journeys,
      UploadStore uploads,
      LiveJourneys watchers,
      Outbox outbox,
      Turns turns,
      Lines lines,
      Ids ids) {
    return new WebTurns(releases, journeys, uploads, watchers, outbox, turns, lines, ids);
  }

  @Bean
  Timers timers(
      TimerStore store,
      JourneyStore journeys,
      LiveReleases releases,
      Outbox outbox,
      Turns turns,
      Lines lines) {
    return new Timers(store, journeys, releases, outbox, turns, lines);
  }

  @Bean
  Workers workers(Outbox outbox, Timers timers) {
    var sender = new Worker("outbox", Duration.ofSeconds(1), outbox::sendDue);
    outbox.wakes(sender::wake);
    return new Workers(
        List.of(
            sender,
            new Worker("timers", Duration.ofMillis(500), timers::fireDue),
            new Worker("sweeper", Duration.ofSeconds(30), timers::sweep)));
  }
}
