package dev.wayfare;

import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.LiveReleases;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The front door of the page at `/` and of the studio.
@Configuration(proxyBeanMethods = false)
class HomeModule {
  /// The page holds nothing that is anybody's; what it asks the API for is guarded there.
  @Bean
  RouteRules homeRoutes() {
    return new RouteRules(
        Stream.of(
                "/",
                "/apps",
                "/apps/{*rest}",
                "/resources",
                "/accounts",
                "/notifiers",
                "/people",
                "/tokens",
                "/environments",
                "/audit",
                "/me",
                "/server",
                "/activity",
                "/activity/{*rest}",
                "/studio/{file:[A-Za-z0-9_-]+\\.(?:js|css|woff2|svg)}")
            .map(it -> RouteRule.get(it, Access.everyone()))
            .toList());
  }

  @Bean
  Studio studio() {
    return Studio.builtIn();
  }

  @Bean
  StudioPages studioPages(Studio studio, Ids ids) {
    return new StudioPages(studio, ids);
  }

  @Bean
  HomePage homePage(
      Identity identity, LiveReleases releases, Ids ids, Studio studio, StudioPages pages) {
    return new HomePage(identity, releases, ids, studio, pages);
  }
}
