package dev.wayfare.runtime;

import dev.wayfare.app.AppFinder;
import dev.wayfare.channel.ApiDoor;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.web.FileDoor;
import dev.wayfare.channel.web.WebDoor;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.db.Bell;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.publish.AppOpenApi;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.PeopleInTheMiddle;
import dev.wayfare.publish.PeopleMoves;
import dev.wayfare.publish.ReleaseWorker;
import dev.wayfare.record.RecordPlace;
import dev.wayfare.record.Records;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.ResourceUses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The runtime's front door: what hears texts and pages, and the workers behind it.
@Configuration(proxyBeanMethods = false)
public class RuntimeModule {
  @Bean
  RouteRules runtimeRoutes() {
    var read = Access.agent("journeys:read");
    var write = Access.developer("journeys:write");
    return RouteRules.of(
        RouteRule.get("/api/v1/journeys", read),
        RouteRule.get("/api/v1/journeys/export", read),
        RouteRule.get("/api/v1/journeys/{journey}/trail", read),
        RouteRule.get("/api/v1/journeys/{journey}/calls", read),
        RouteRule.get(
            "/api/v1/apps/{app}/profiles/{profile}/ledger", Access.agent("releases:read")),
        RouteRule.get("/api/v1/apps/{app}/statistics", read),
        RouteRule.get("/api/v1/schedules", read),
        RouteRule.get("/api/v1/schedules/runs", read),
        RouteRule.get("/api/v1/outbox/dead", read),
        RouteRule.post("/api/v1/outbox/{text}/send-again", write),
        RouteRule.get("/api/v1/timers/dead", read),
        RouteRule.post("/api/v1/journeys/{journey}/timers/{name}/fire-again", write),
        RouteRule.get("/api/v1/asks/dead", read),
        RouteRule.post("/api/v1/journeys/{journey}/asks/{key}/send-again", write));
  }

  @Bean
  JourneyListController journeyListController(JdbcClient jdbc) {
    return new JourneyListController(new PgJourneyViews(jdbc));
  }

  @Bean
  StatisticsController statisticsController(JdbcClient jdbc, AppFinder finder, Turns turns) {
    return new StatisticsController(
        new PgJourneyViews(jdbc), new PgStatistics(jdbc), finder, turns);
  }

  @Bean
  JourneyController journeyController(
      JdbcClient jdbc, JourneyStore journeys, CallStore calls, Turns turns) {
    return new JourneyController(
        new PgJourneyViews(jdbc), journeys, calls, new PgDeadLetters(jdbc), turns);
  }

  @Bean
  AskSeal askSeal(SealedBox box) {
    return new AskSeal(box);
  }

  @Bean
  JourneyCodec journeyCodec(SealedBox box) {
    return new JourneyCodec(new TextSeal(box, "journey"));
  }

  @Bean
  JourneyStore journeyStore(
      JdbcClient jdbc, JourneyCodec codec, AskSeal seal, InstantSource clock) {
    return new PgJourneyStore(jdbc, codec, seal, clock);
  }

  @Bean
  PeopleInTheMiddle peopleInTheMiddle(JourneyStore journeys, LiveReleases releases) {
    return new OpenJourneys(journeys, releases);
  }

  @Bean
  CallStore callStore(JdbcClient jdbc, JourneyCodec codec) {
    return new PgCallStore(jdbc, codec);
  }

  @Bean
  AskStore askStore(JdbcClient jdbc, AskSeal seal) {
    return new PgAskStore(jdbc, seal);
  }

  @Bean
  Outside outside(
      Connections connections,
      OutboundCalls calls,
      Mailer mailer,
      UploadStore uploads,
      FileWork files,
      CarrierAccounts accounts,
      ObjectProvider<Carrier> carriers) {
    return new Outside(
        new HttpCalls(connections, calls),
        new Emails(connections, mailer, uploads),
        files,
        new MediaFiles(uploads, accounts, () -> carriers.orderedStream().toList()));
  }

  @Bean
  Connections boundConnections(Accounts accounts) {
    return new BoundConnections(accounts);
  }

  @Bean
  FileLinks fileLinks(JdbcClient jdbc) {
    return new PgFileLinks(jdbc);
  }

  @Bean
  FileWork fileWork(UploadStore uploads, FileLinks links, PublicUrl url, Ids ids) {
    return new JourneyFiles(uploads, links, url, ids);
  }

  @Bean
  FileDoor fileDoor(FileLinks links, Turns turns) {
    return word -> links.find(word, turns.now());
  }

  @Bean
  Chains chains(
      LiveReleases releases,
      JourneyStore journeys,
      AskStore asks,
      Records records,
      ObjectProvider<RecordsDoor> others,
      TransactionOperations transactions,
      Outside outside,
      OutboxSignal signal,
      ObjectProvider<FailingChannels> failing,
      Turns turns) {
    var remembering =
        new Remembering(
            journeys, others.getIfAvailable(() -> stored(records)), transactions, turns);
    FailingChannels told =
        (release, channel, fault) ->
            failing.getIfAvailable(() -> FailingChannels.UNHEARD).failed(release, channel, fault);
    return new Chains(releases, journeys, asks, remembering, outside, signal, told, turns);
  }

  private static RecordsDoor stored(Records records) {
    return (release, _, request, now) ->
        records.perform(
            new RecordPlace(
                release.organization(),
                release.environment(),
                release.deployment(),
                release.app().recordTypes()),
            request,
            now);
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
      Chains chains,
      ObjectProvider<ChainLimits> limits,
      Turns turns,
      Lines lines) {
    var waits = limits.getIfAvailable(() -> ChainLimits.USUAL);
    return new TextTurns(releases, journeys, outbox, chains, waits, turns, lines);
  }

  @Bean
  CallTurns callDoor(
      LiveReleases releases,
      JourneyStore journeys,
      CallStore calls,
      SealedBox box,
      Chains chains,
      ObjectProvider<ChainLimits> limits,
      Turns turns,
      Lines lines,
      Ids ids) {
    var scripts = new CallScripts(new TextSeal(box, "call script"));
    var waits = limits.getIfAvailable(() -> ChainLimits.USUAL);
    return new CallTurns(releases, journeys, calls, scripts, chains, waits, turns, lines, ids);
  }

  @Bean
  Dialer dialer(
      CallStore store,
      CallTurns turns,
      CarrierAccounts accounts,
      List<Carrier> carriers,
      InstantSource clock) {
    return new Dialer(store, turns, accounts, carriers, clock);
  }

  @Bean
  WebDoor webDoor(
      LiveReleases releases,
      JourneyStore journeys,
      UploadStore uploads,
      LiveJourneys watchers,
      Chains chains,
      ObjectProvider<ChainLimits> limits,
      Turns turns,
      Lines lines,
      Ids ids) {
    var waits = limits.getIfAvailable(() -> ChainLimits.USUAL);
    return new WebTurns(releases, journeys, uploads, watchers, chains, waits, turns, lines, ids);
  }

  @Bean
  ApiDoor apiDoor(
      JdbcClient jdbc,
      LiveReleases releases,
      JourneyCodec codec,
      AppOpenApi documents,
      Chains chains,
      ObjectProvider<ChainLimits> limits,
      Turns turns,
      Lines lines) {
    var store = new PgRequestStore(jdbc, codec);
    var waits = limits.getIfAvailable(() -> ChainLimits.USUAL);
    return new ApiTurns(
        releases,
        store,
        documents,
        waits,
        turns,
        new ApiTurn(releases, store, chains, turns, lines));
  }

  @Bean
  Timers timers(
      TimerStore store,
      JourneyStore journeys,
      LiveReleases releases,
      Chains chains,
      Turns turns,
      Lines lines) {
    return new Timers(store, journeys, releases, chains, turns, lines);
  }

  @Bean
  PeopleMover peopleMover(
      PeopleMoves moves,
      JourneyStore journeys,
      LiveReleases releases,
      Chains chains,
      Turns turns,
      Lines lines) {
    return new PeopleMover(moves, journeys, releases, chains, turns, lines);
  }

  @Bean
  Retention retention(JdbcClient jdbc, LiveReleases releases, Turns turns) {
    return new Retention(new PgRetention(jdbc), releases, turns);
  }

  @Bean
  LedgerController ledgerController(
      AppFinder finder, PeopleMoves moves, JdbcClient jdbc, InstantSource clock) {
    return new LedgerController(finder, moves, new PgLedger(jdbc), clock);
  }

  @Bean
  ResourceUses usesOfOpenJourneys(JdbcClient jdbc) {
    return new PgOpenUses(jdbc);
  }

  @Bean
  Schedules schedules(
      JdbcClient jdbc,
      LiveReleases releases,
      Chains chains,
      Turns turns,
      TransactionOperations transactions,
      Ids ids) {
    var store = new PgScheduleStore(jdbc);
    return new Schedules(store, releases, chains, turns, transactions, ids);
  }

  @Bean
  ScheduleController scheduleController(Schedules schedules, JdbcClient jdbc, Turns turns) {
    return new ScheduleController(schedules, new PgScheduleViews(jdbc), turns);
  }

  /// `more` are workers of the modules to the right.
  @Bean
  Workers workers(
      Outbox outbox,
      OutboxSignal signal,
      Timers timers,
      Dialer dialer,
      CallTurns calls,
      Chains chains,
      Schedules schedules,
      LiveReleases releases,
      ReleaseWorker underway,
      PeopleMover people,
      FileLinks files,
      Retention retention,
      ObjectProvider<Worker> more,
      Turns turns) {
    var clockwork = new Worker("schedules", schedules::untilNext, schedules::runDue);
    var mover = new Worker("people in the middle", Duration.ofSeconds(2), people::moveDue);
    releases.whenChanged(
        () -> {
          clockwork.wake();
          mover.wake();
        });
    var sender = new Worker("outbox", Duration.ofSeconds(1), outbox::sendDue);
    var caller = new Worker("dialer", Duration.ofSeconds(1), dialer::placeDue);
    signal.wakes(
        () -> {
          sender.wake();
          caller.wake();
        });
    var ours =
        Stream.of(
            sender,
            caller,
            new Worker("lost calls", Duration.ofSeconds(30), calls::sweep),
            clockwork,
            mover,
            new Worker("timers", Duration.ofMillis(500), timers::fireDue),
            new Worker("releases", Duration.ofSeconds(2), underway::runLeft),
            new Worker("asks", Duration.ofSeconds(1), chains::takeDue),
            new Worker("sweeper", Duration.ofSeconds(30), timers::sweep),
            new Worker("retention", Duration.ofHours(1), retention::sweep),
            new Worker("files", Duration.ofMinutes(1), () -> files.sweep(turns.now())));
    return new Workers(Stream.concat(ours, more.orderedStream()).toList());
  }
}
