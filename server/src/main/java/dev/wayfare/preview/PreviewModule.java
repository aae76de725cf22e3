package dev.wayfare.preview;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.Profiles;
import dev.wayfare.channel.web.PageDrawer;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.Ids;
import dev.wayfare.resource.Accounts;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The front door of previews. It has no store: there is nothing to remember.
@Configuration(proxyBeanMethods = false)
public class PreviewModule {

  @Bean
  RouteRules previewRoutes() {
    return RouteRules.of(
        RouteRule.post("/api/v1/apps/{app}/draft/preview", Access.developer("apps:read")),
        RouteRule.post("/api/v1/apps/{app}/draft/preview/outside", Access.developer("apps:write")));
  }

  @Bean
  Previews previews(Documents documents, AppFinder finder, Profiles profiles, InstantSource clock) {
    return new Previews(documents, finder, profiles, clock);
  }

  @Bean
  PreviewController previewController(
      Previews previews,
      AppFinder finder,
      Accounts accounts,
      OutboundCalls calls,
      Journal journal,
      PageDrawer pages,
      Ids ids,
      JsonMapper json) {
    return new PreviewController(
        previews,
        new OutsideCall(previews, finder, accounts, calls, journal, ids, json),
        new Telling(pages, new Json(json)),
        finder);
  }
}
