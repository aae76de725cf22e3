package dev.wayfare.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A module of the tests' own.
@Configuration(proxyBeanMethods = false)
class EdgeRoutes {

  @Bean
  EdgeThings things() {
    return new EdgeThings();
  }

  @Bean
  RouteRules thingRoutes() {
    return RouteRules.of(
        RouteRule.post("/api/v1/things", Access.agent("things:write")),
        RouteRule.post("/api/v1/slow-things", Access.agent("things:write")),
        RouteRule.post("/api/v1/failing-things", Access.agent("things:write")),
        RouteRule.get("/api/v1/things", Access.agent("things:read")),
        RouteRule.get("/api/v1/things/{number}", Access.agent("things:read")));
  }
}
