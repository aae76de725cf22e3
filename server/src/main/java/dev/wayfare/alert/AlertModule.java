package dev.wayfare.alert;

import static dev.wayfare.http.RouteRule.delete;
import static dev.wayfare.http.RouteRule.get;
import static dev.wayfare.http.RouteRule.patch;
import static dev.wayfare.http.RouteRule.post;

import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.Mailer;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.resource.Accounts;
import dev.wayfare.resource.ResourceUses;
import dev.wayfare.resource.Resources;
import dev.wayfare.resource.Use;
import dev.wayfare.runtime.FailingChannels;
import dev.wayfare.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The front door of alerts: [Alerts] for whoever raises one, the names of notifiers for
/// publishing, and the workers. A new kind of destination is one line in [#destinations].
@Configuration(proxyBeanMethods = false)
public class AlertModule {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  @Bean
  RouteRules alertRoutes() {
    var read = Access.developer("notifiers:read");
    var write = Access.admin("notifiers:write");
    return RouteRules.of(
        get("/api/v1/alerts", Access.agent("alerts:read")),
        get("/api/v1/notifiers", read),
        post("/api/v1/notifiers", write),
        get("/api/v1/notifiers/{notifier}", read),
        patch("/api/v1/notifiers/{notifier}", write),
        delete("/api/v1/notifiers/{notifier}", write),
        post("/api/v1/notifiers/{notifier}/test", write));
  }

  @Bean
  Destinations destinations(
      OutboundCalls calls,
      Resources resources,
      Accounts accounts,
      Mailer mailer,
      InstantSource clock) {
    return new Destinations(
        List.of(
            new Slack(calls), new Letter(resources, accounts, mailer), new Webhook(calls, clock)));
  }

  @Bean
  PgNotifierStore notifierStore(JdbcClient sql, SealedBox box, JsonMapper json) {
    return new PgNotifierStore(sql, box, json);
  }

  /// An email address that a notifier writes from is not removed.
  @Bean
  ResourceUses notifierUses(PgNotifierStore store) {
    return new ResourceUses() {
      @Override
      public List<Use> of(UUID used) {
        return List.of();
      }

      @Override
      public List<String> others(UUID used) {
        return store.writingFrom(used).stream().map(it -> "used by the notifier " + it).toList();
      }
    };
  }

  @Bean
  Health notifierHealth(
      PgNotifierStore store, Journal journal, TransactionOperations transactions) {
    return new Health(store, journal, transactions);
  }

  @Bean
  Links alertLinks(PublicUrl url) {
    return new Links(url);
  }

  @Bean
  Notifiers notifiers(
      PgNotifierStore store,
      LiveReleases live,
      Destinations destinations,
      Health health,
      Links links,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    return new Notifiers(
        store, live, destinations, health, links, journal, transactions, ids, clock);
  }

  @Bean
  Alerts alerts(JdbcClient sql, InstantSource clock) {
    return new Alerts(new PgEventStore(sql), clock);
  }

  @Bean
  FailingChannels failingChannels(Alerts alerts) {
    return new FailingChannelAlerts(alerts);
  }

  @Bean
  Grouper alertGrouper(
      JdbcClient sql,
      PgNotifierStore notifiers,
      JsonMapper json,
      LiveReleases releases,
      Links links,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    var alerts = new PgAlertStore(sql);
    var deliveries = new PgDeliveryStore(sql, json, ids);
    var telling = new Telling(alerts, notifiers, deliveries, links);
    return new Grouper(alerts, new PgEventStore(sql), telling, releases, transactions, ids, clock);
  }

  @Bean
  JournalWatch journalWatch(
      JdbcClient sql, Journal journal, Alerts alerts, TransactionOperations transactions) {
    return new JournalWatch(
        new PgJournalPlace(sql), journal, new PgEventStore(sql), alerts, transactions);
  }

  @Bean
  Sender alertSender(
      JdbcClient sql,
      JsonMapper json,
      PgNotifierStore notifiers,
      Destinations destinations,
      Health health,
      Ids ids,
      InstantSource clock) {
    var deliveries = new PgDeliveryStore(sql, json, ids);
    return new Sender(deliveries, notifiers, destinations, health, clock);
  }

  @Bean
  Worker journalWorker(JournalWatch watch) {
    return new Worker("alerts of the journal", LOOK_EVERY, watch::follow);
  }

  @Bean
  Worker groupingWorker(Grouper grouper) {
    return new Worker("alert grouping", LOOK_EVERY, grouper::group);
  }

  @Bean
  Worker sendingWorker(Sender sender) {
    return new Worker("alert sending", LOOK_EVERY, sender::sendDue);
  }

  @Bean
  Worker sweepingWorker(Sender sender) {
    return new Worker("alert sweeping", Duration.ofHours(1), sender::sweep);
  }

  @Bean
  NotifierController notifierController(Notifiers notifiers, Resources resources) {
    return new NotifierController(notifiers, resources);
  }

  @Bean
  AlertController alertController(JdbcClient sql, Links links) {
    return new AlertController(new PgAlertViews(sql), links);
  }
}
