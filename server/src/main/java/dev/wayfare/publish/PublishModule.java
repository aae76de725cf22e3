package dev.wayfare.publish;

import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.post;
import static dev.wayfare.http.RouteRule.put;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.Drafts;
import dev.wayfare.app.Profiles;
import dev.wayfare.app.Targets;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.db.Bell;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import dev.wayfare.record.RecordPlans;
import dev.wayfare.resource.AccountTrial;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.Domains;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The front door of publishing: [Publisher], [Releases], and [LiveReleases] for the runtime; it
/// also answers the channels' questions about numbers.
@Configuration(proxyBeanMethods = false)
public class PublishModule {

  @Bean
  RouteRules publishRoutes() {
    var read = Access.agent("releases:read");
    var write = Access.developer("releases:write");
    return RouteRules.of(
        post("/api/v1/apps/{app}/releases", write),
        get("/api/v1/apps/{app}/releases", read),
        get("/api/v1/apps/{app}/releases/{release}", read),
        get("/api/v1/apps/{app}/releases/{release}/steps", read),
        post("/api/v1/apps/{app}/releases/{release}/cancel", write),
        post("/api/v1/apps/{app}/releases/{release}/rollback", write),
        post("/api/v1/apps/{app}/releases/{release}/promote", write),
        post("/api/v1/apps/{app}/draft/restore", Access.developer("apps:write")),
        post("/api/v1/apps/{app}/draft/discard", Access.developer("apps:write")),
        get("/api/v1/apps/{app}/changes", read),
        get("/api/v1/apps/{app}/deployments", read),
        get("/api/v1/apps/{app}/profiles/{profile}/live", read),
        get("/api/v1/apps/{app}/profiles/{profile}/openapi.json", read),
        delete("/api/v1/apps/{app}/profiles/{profile}/live", write),
        post("/api/v1/apps/{app}/profiles/{profile}/trials", write),
        get("/api/v1/apps/{app}/profiles/{profile}/pauses", read),
        put("/api/v1/apps/{app}/profiles/{profile}/pauses/{channel}", write),
        delete("/api/v1/apps/{app}/profiles/{profile}/pauses/{channel}", write),
        get("/api/v1/apps/{app}/versions", read),
        get("/api/v1/apps/{app}/versions/{version}", read));
  }

  @Bean
  PgReleaseStore releaseStore(JdbcClient sql, Ids ids) {
    return new PgReleaseStore(sql, ids);
  }

  @Bean
  PgRoutingStore routingStore(JdbcClient sql) {
    return new PgRoutingStore(sql);
  }

  @Bean
  LiveReleases liveReleases(
      PgRoutingStore routing,
      PgReleaseStore store,
      Profiles profiles,
      Documents documents,
      PublicUrl url,
      Accounts accounts,
      Bell bell) {
    var reader = new ReleaseReader(routing, store, profiles, documents, url);
    return new LiveReleases(routing, reader, accounts, new Entrances(url))
        .follow(bell, LiveReleases.LOOK_EVERY);
  }

  @Bean
  CarrierAccounts carrierAccounts(LiveReleases live) {
    return new CarrierAccounts() {
      @Override
      public Optional<CarrierAccount> forNumber(PhoneNumber number) {
        return live.account(number);
      }

      @Override
      public List<CarrierAccount> all() {
        return live.accounts();
      }
    };
  }

  @Bean
  LiveNumbers liveNumbers(LiveReleases live) {
    return live::numbers;
  }

  @Bean
  ProgressStore progressStore(JdbcClient sql) {
    return new PgProgressStore(sql);
  }

  @Bean
  PeopleMoves peopleMoves(JdbcClient sql, Ids ids) {
    return new PgPeopleMoves(sql, ids);
  }

  @Bean
  WiringStore wiringStore(JdbcClient sql) {
    return new PgWiringStore(sql);
  }

  @Bean
  CarrierWiring carrierWiring(
      LiveReleases live, WiringStore store, List<Carrier> carriers, InstantSource clock) {
    return new CarrierWiring(live, store, carriers, clock);
  }

  @Bean
  AccountTrials accountTrials(Accounts accounts, AccountTrial trial) {
    return new AccountTrials(accounts, trial);
  }

  @Bean
  Switch releaseSwitch(
      PgReleaseStore store,
      ProgressStore progress,
      WiringStore wirings,
      CarrierWiring wiring,
      RecordPlans records,
      PeopleMoves people,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Switch(
        store, progress, wirings, wiring, records, people, live, journal, transactions, clock);
  }

  @Bean
  ReleaseWorker releaseWorker(
      PgRoutingStore routing,
      PgReleaseStore store,
      ProgressStore progress,
      AccountTrials trials,
      List<Preparation> preparations,
      OwnDoors doors,
      PublicUrl url,
      List<Carrier> carriers,
      Switch pointer,
      LiveReleases live,
      Journal journal,
      Ids ids,
      InstantSource clock) {
    return new ReleaseWorker(
        progress,
        new Candidates(routing),
        trials,
        preparations,
        new EntranceProofs(doors, url, live, carriers),
        pointer,
        live,
        journal,
        ids,
        clock);
  }

  @Bean
  ReleaseChecks releaseChecks(
      Targets targets, PgReleaseStore store, RecordPlans records, Domains domains) {
    return new ReleaseChecks(targets, store, records, domains);
  }

  @Bean
  Publisher publisher(
      Drafts drafts,
      ReleaseChecks checks,
      PgReleaseStore store,
      ProgressStore progress,
      ReleaseWorker worker,
      AccountTrials accounts,
      Differences differences,
      CarrierWiring wiring,
      ObjectProvider<PeopleInTheMiddle> people,
      PeopleMoves moves,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Publisher(
        drafts,
        checks,
        store,
        progress,
        new Manifests(store),
        new Trials(accounts, wiring),
        differences,
        worker,
        wiring,
        new LatePeople(people),
        moves,
        live,
        journal,
        transactions,
        clock);
  }

  @Bean
  PauseController pauseController(
      JdbcClient sql,
      PgReleaseStore store,
      LiveReleases live,
      Journal journal,
      TransactionOperations transactions,
      AppFinder finder,
      InstantSource clock) {
    var pauses = new Pauses(new PgPauses(sql), store, live, journal, transactions, clock);
    return new PauseController(pauses, finder, clock);
  }

  @Bean
  ReleaseAnswers releaseAnswers(Releases releases, ReleaseWorker worker) {
    return new ReleaseAnswers(releases, worker);
  }

  @Bean
  WishReader wishReader(ObjectProvider<NotifierNames> notifiers, InstantSource clock) {
    return new WishReader(new LateNotifiers(notifiers), new PolicyReader(clock));
  }

  @Bean
  AppOpenApi appOpenApi(PublicUrl url) {
    return new AppOpenApi(url);
  }

  @Bean
  Releases releases(
      PgReleaseStore store,
      ProgressStore progress,
      LiveReleases live,
      ReleaseChecks checks,
      Differences differences,
      PublicUrl url) {
    return new Releases(store, progress, live, checks, differences, new Entrances(url));
  }

  @Bean
  Differences differences(Drafts drafts, PgReleaseStore store, Documents documents) {
    return new Differences(drafts, store, documents);
  }

  @Bean
  ChangesController changesController(Differences differences, AppFinder finder) {
    return new ChangesController(differences, finder);
  }

  @Bean
  PublishController publishController(
      Publisher publisher,
      Releases releases,
      Profiles profiles,
      ReleaseAnswers answers,
      WishReader wishes,
      AppFinder finder,
      LiveReleases live,
      AppOpenApi documents) {
    return new PublishController(
        publisher, releases, profiles, answers, wishes, finder, live, documents);
  }

  @Bean
  ReleaseController releaseController(
      Publisher publisher,
      Releases releases,
      ReleaseAnswers answers,
      WishReader wishes,
      AppFinder finder,
      JsonMapper json) {
    return new ReleaseController(publisher, releases, answers, wishes, finder, json);
  }

  @Bean
  DraftReturnController draftReturnController(Drafts drafts, Releases releases, AppFinder finder) {
    return new DraftReturnController(drafts, releases, finder);
  }

  @Bean
  VersionController versionController(Releases releases, AppFinder finder, JsonMapper json) {
    return new VersionController(releases, finder, json);
  }
}
