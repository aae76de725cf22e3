package dev.wayfare.journal;

import dev.wayfare.http.Access;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The journal's front door: a `Journal` for whoever does something worth remembering.
@Configuration(proxyBeanMethods = false)
public class JournalModule {

  @Bean
  Journal journal(JdbcClient sql, InstantSource clock, JsonMapper json) {
    return new PgJournal(sql, clock, json);
  }

  /// For a command that starts no server.
  public static Journal withoutServer(JdbcClient sql, InstantSource clock) {
    return new PgJournal(sql, clock, new JsonMapper());
  }

  @Bean
  RouteRules journalRoutes() {
    var read = Access.developer("journal:read");
    return RouteRules.of(
        RouteRule.get("/api/v1/journal", read),
        RouteRule.get("/api/v1/journal/export", read),
        RouteRule.get("/api/v1/journal/verification", read));
  }

  @Bean
  JournalController journalController(Journal journal, JsonMapper json) {
    return new JournalController(journal, json);
  }
}
