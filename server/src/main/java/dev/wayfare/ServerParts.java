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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where modules that may not know each other meet: the core's reader and checks, the bell that
/// tells every process of a revoked token, and the answer to "which server is this?".
@Configuration(proxyBeanMethods = false)
class ServerParts {
  private static final String ACCESS = "access";

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
