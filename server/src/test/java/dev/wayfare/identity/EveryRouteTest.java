package dev.wayfare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Access;
import dev.wayfare.http.OutsidePaths;
import dev.wayfare.http.Role;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteTable;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// All routes × all kinds of callers, called for real. A new module's routes are in it by
/// themselves.
class EveryRouteTest {

  private enum Verdict {
    SIGN_IN_FIRST,
    FORBIDDEN,
    LET_IN;

    static Verdict of(int status) {
      return status == 401 ? SIGN_IN_FIRST : status == 403 ? FORBIDDEN : LET_IN;
    }
  }

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyMappingHasARuleAndEveryRuleOfTheApiAMapping() {
    var mapped = mappings();
    var ruled = rules().stream().map(EveryRouteTest::line).collect(Collectors.toSet());
    assertThat(mapped).isNotEmpty();
    assertThat(mapped)
        .as("mappings without a rule: add them to the RouteRules of their module's front door")
        .isSubsetOf(ruled);
    assertThat(ruled.stream().filter(line -> line.contains(" /api/")))
        .as("rules for routes that are not there")
        .isSubsetOf(mapped);
  }

  @Test
  void everyRouteLetsInWhomItsRuleLetsInAndNobodyElse() {
    var wrong = new ArrayList<String>();
    for (var rule : rules()) {
      callers(rule)
          .forEach(
              (who, client) -> {
                var expected = expected(rule.access(), who);
                var found = Verdict.of(call(client.get(), rule));
                if (found != expected) {
                  wrong.add(
                      "%s as %s: expected %s, found %s"
                          .formatted(line(rule), who, expected, found));
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  private sealed interface Who {
    record Nobody() implements Who {}

    record Someone(Role role) implements Who {}

    record Program(Role role, boolean scope) implements Who {}
  }

  /// A caller is made anew for each call: some calls end a session.
  private static Map<Who, Supplier<Client>> callers(RouteRule rule) {
    var callers = new LinkedHashMap<Who, Supplier<Client>>();
    callers.put(new Who.Nobody(), server::anonymous);
    for (var role : Role.values()) {
      callers.put(new Who.Someone(role), () -> server.signedIn(role));
      callers.put(new Who.Program(role, false), () -> server.token(role, "other:scope"));
      var scope = rule.access() instanceof Access.AtLeast(var _, var needed) ? needed : "*";
      callers.put(new Who.Program(role, true), () -> server.token(role, scope));
    }
    return callers;
  }

  private static Verdict expected(Access access, Who who) {
    return switch (access) {
      case Access.Everyone _ -> Verdict.LET_IN;
      case Access.SignedIn _ -> who instanceof Who.Nobody ? Verdict.SIGN_IN_FIRST : Verdict.LET_IN;
      case Access.AtLeast(var least, var _) ->
          switch (who) {
            case Who.Nobody _ -> Verdict.SIGN_IN_FIRST;
            case Who.Someone(var role) -> letIn(role.includes(least));
            case Who.Program(var role, var scope) -> letIn(scope && role.includes(least));
          };
      case Access.People(var least) ->
          switch (who) {
            case Who.Nobody _ -> Verdict.SIGN_IN_FIRST;
            case Who.Someone(var role) -> letIn(role.includes(least));
            case Who.Program _ -> Verdict.FORBIDDEN;
          };
    };
  }

  private static Verdict letIn(boolean yes) {
    return yes ? Verdict.LET_IN : Verdict.FORBIDDEN;
  }

  private static int call(Client client, RouteRule rule) {
    var path =
        rule.pattern()
            .replaceAll("\\{\\*?[^}]+}", "01890000-0000-7000-8000-000000000000")
            .replace("/**", "/anything");
    var hasBody = Set.of("POST", "PUT", "PATCH").contains(rule.method().name());
    return client.status(rule.method().name(), path, hasBody ? "{}" : "");
  }

  private static List<RouteRule> rules() {
    return server.bean(RouteTable.class).rules();
  }

  private static Set<String> mappings() {
    var outside = server.bean(OutsidePaths.class);
    var lines = new TreeSet<String>();
    server
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              assertThat(mapping.getMethodsCondition().getMethods())
                  .as("a mapping names its HTTP method: %s", method)
                  .isNotEmpty();
              for (var pattern : mapping.getPatternValues()) {
                for (var verb : mapping.getMethodsCondition().getMethods()) {
                  if (!outside.covers(pattern)) {
                    lines.add(verb + " " + pattern);
                  }
                }
              }
            });
    return lines;
  }

  private static String line(RouteRule rule) {
    return rule.method() + " " + rule.pattern();
  }
}
