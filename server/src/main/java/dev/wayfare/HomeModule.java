package dev.wayfare;

import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.LiveReleases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The front door of the page at `/`.
@Configuration(proxyBeanMethods = false)
class HomeModule {
  @Bean
  RouteRules homeRoutes() {
    return RouteRules.of(RouteRule.get("/", Access.everyone()));
  }

  @Bean
  HomePage homePage(Identity identity, LiveReleases releases, Ids ids) {
    return new HomePage(identity, releases, ids);
  }
}
