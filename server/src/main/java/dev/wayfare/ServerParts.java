package dev.wayfare;

import dev.wayfare.app.AppChecks;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.db.Bell;
import dev.wayfare.db.Database;
import dev.wayfare.flow.check.Checks;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import dev.wayfare.http.SessionCookie;
import dev.wayfare.identity.AccessChanged;
import dev.wayfare.identity.KnownCallers;
import dev.wayfare.resource.Domains;
import dev.wayfare.runtime.Worker;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where modules that may not know each other meet: the core's reader and checks, the bell that
/// tells every process of a revoked token, and the answer to "which server is this?".
@Configuration(proxyBeanMethods = false)
class ServerParts {
  private static final String ACCESS = "access";
  private static final Duration LOOK_AT_DOMAINS_EVERY = Duration.ofSeconds(5);

  @Bean
  Documents documents() {
    return new YamlDocuments(new CelLanguage(), StepTypes.ALL);
  }

  @Bean
  AppChecks appChecks() {
    var checks = new Checks();
    return checks::check;
  }

  @Bean
  SessionCookie sessionCookie(PublicUrl url) {
    return SessionCookie.under(url.base());
  }

  @Bean
  WhichServer whichServer(Database database) {
    return new WhichServer(database.mark());
  }

  @Bean
  RouteRules whichServerRoutes() {
    return RouteRules.of(RouteRule.get(WhichServer.PATH, Access.everyone()));
  }

  /// Domains stand left of the runtime, whose threads look at them.
  @Bean
  Worker domainWorker(Domains domains) {
    return new Worker("domains", LOOK_AT_DOMAINS_EVERY, domains::lookDue);
  }

  @Bean
  AccessChanged accessChanged(Bell bell) {
    return () -> bell.ring(ACCESS, "changed");
  }

  @Bean
  Object accessListener(Bell bell, KnownCallers known) {
    bell.on(ACCESS, known::forget);
    return ACCESS;
  }
}
