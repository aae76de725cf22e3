package dev.wayfare.publish;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import dev.wayfare.testing.DomainServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Apps on custom domains: published there, proven there, and met nowhere else.
class DomainRoutesTest {
  private static final String HOME = "wayfare.example";
  private static final String LINKS = "journey links";

  private static DomainServer server;
  private static Client api;

  @BeforeAll
  static void start() {
    server = new DomainServer();
    api = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anAppBeginsOnItsDomainAndOnNoOther() {
    var domain = server.proven(api, "begins.example.com");
    server.proven(api, "beside.example.com");
    var desk = desk("begins");
    ok(desk.bind("Production", "visit", domain.route("book")), 200);

    var published = ok(desk.publish("Production", "r2"), 201);

    assertThat(published.body()).contains("\"url\":\"https://begins.example.com/c/book\"");
    assertThat(desk.live("Production").body()).contains("https://begins.example.com/c/book");
    assertThat(server.visitor("begins.example.com").get("/c/book"))
        .startsWith("HTTP/1.1 303")
        .containsPattern("(?i)location: /u/[A-Za-z0-9_-]{21}");
    for (var other : new String[] {HOME, "localhost", "beside.example.com"}) {
      assertThat(server.visitor(other).get("/c/book")).as(other).startsWith("HTTP/1.1 404");
    }
    assertThat(server.visitor("nobody.example.com").get("/c/book")).startsWith("HTTP/1.1 421");
    assertThat(server.visitor(HOME).get("/c/book", "X-Forwarded-Host", "begins.example.com"))
        .as("what somebody says of themselves is not believed")
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void nobodySignsInOrCallsTheApiUnderADomain() {
    server.proven(api, "customers.example.com");
    for (var path : new String[] {"/", "/sign-in/word", "/api/v1/apps", "/simulator", "/a/x-y/z"}) {
      assertThat(server.visitor("customers.example.com").get(path))
          .as(path)
          .startsWith("HTTP/1.1 404")
          .contains("This link leads nowhere");
      assertThat(server.visitor("nobody.example.com").get(path))
          .as(path)
          .startsWith("HTTP/1.1 421")
          .contains("No page lives at this address");
    }
  }

  @Test
  void aGeneratedStartingLinkIsNotMetOnAnybodysDomain() {
    server.proven(api, "no-links.example.com");
    var desk = desk("no-links");
    ok(desk.publish("Production", "r2"), 201);
    var url = desk.live("Production").text("/entrances/1/url");
    var path = url.substring(url.indexOf("/l/"));

    assertThat(server.visitor("no-links.example.com").get(path)).startsWith("HTTP/1.1 404");
    assertThat(server.visitor(HOME).get(path)).startsWith("HTTP/1.1 303");
  }

  @Test
  void journeyLinksLiveOnTheDomainTheyAreBoundToAndOldOnesGoOn() {
    var first = server.proven(api, "first.example.com");
    var second = server.proven(api, "second.example.com");
    var desk = desk("linked");
    ok(desk.bind("Production", LINKS, first.host()), 200);
    var route = first.route("linked");
    ok(desk.bind("Production", "visit", route), 200);
    ok(desk.publish("Production", "r2"), 201);
    assertThat(linksBase("first.example.com/c/linked")).isEqualTo("https://first.example.com/u");
    var journey = begun("first.example.com", "/c/linked");

    ok(desk.bind("Production", LINKS, second.host()), 200);
    ok(desk.publish("Production", "r2"), 201);

    assertThat(linksBase("first.example.com/c/linked")).isEqualTo("https://second.example.com/u");
    for (var host : new String[] {"first.example.com", "second.example.com", HOME}) {
      assertThat(server.visitor(host).get(journey))
          .as(host)
          .startsWith("HTTP/1.1 200")
          .contains("Choose a day");
    }
    assertThat(server.visitor("nobody.example.com").get(journey)).startsWith("HTTP/1.1 421");
    assertThat(ok(second.remove(), 409).text("/detail")).contains("live in linked");
  }

  @Test
  void nothingGoesLiveOnADomainThatNobodyHasProven() {
    var domain = server.add(api, "unproven.example.com");
    var desk = desk("unproven");
    ok(desk.bind("Production", "visit", domain.route("book")), 200);
    ok(desk.bind("Production", LINKS, domain.host()), 200);

    var refused = ok(desk.publish("Production", "r2"), 422);

    assertThat(refused.json().at("/errors").findValuesAsString("code"))
        .containsExactly("DOMAIN_UNVERIFIED", "DOMAIN_UNVERIFIED");
    assertThat(refused.body()).contains("Nobody has proven yet that unproven.example.com belongs");
  }

  @Test
  void oneKeyLivesOnTwoDomainsAndUnderTheServersOwnName() {
    var one = server.proven(api, "one.example.com");
    var two = server.proven(api, "two.example.com");
    publishedOn("on-one", one.route("shared"));
    publishedOn("on-two", two.route("shared"));
    publishedOn("on-none", Desk.route(api, "Production", "shared"));

    assertThat(appAt("one.example.com/c/shared")).isEqualTo("on-one");
    assertThat(appAt("two.example.com/c/shared")).isEqualTo("on-two");
    assertThat(appAt("/c/shared")).isEqualTo("on-none");
    var again = "{\"kind\": \"route\", \"domain\": \"one.example.com\", \"key\": \"shared\"}";
    assertThat(api.post("/api/v1/resources", again).status()).isEqualTo(409);
  }

  @Test
  void aRouteThatAnotherAppHasMovesOverWhenItIsTaken() {
    var domain = server.proven(api, "moves.example.com");
    var route = domain.route("book");
    publishedOn("has-it", route);
    var wants = desk("wants-it");
    ok(wants.bind("Production", "visit", route), 200);

    assertThat(ok(wants.publish("Production", "r2"), 422).body())
        .contains("RESOURCE_HELD", "moves.example.com/c/book is live in has-it");
    ok(wants.publish("Production", "r2", "\"take\": [\"moves.example.com/c/book\"]"), 201);

    assertThat(appAt("moves.example.com/c/book")).isEqualTo("wants-it");
  }

  @Test
  void aRollbackBringsTheDomainBack() {
    var domain = server.proven(api, "back.example.com");
    var desk = desk("back");
    ok(desk.bind("Production", "visit", domain.route("book")), 200);
    ok(desk.bind("Production", LINKS, domain.host()), 200);
    var first = ok(desk.publish("Production", "r2"), 201).text("/release/id");
    ok(desk.bind("Production", "visit", "default"), 200);
    ok(desk.bind("Production", LINKS, "default"), 200);
    ok(desk.publish("Production", "r2"), 201);
    assertThat(server.visitor("back.example.com").get("/c/book")).startsWith("HTTP/1.1 404");

    ok(desk.rollBack(first, "everything"), 201);

    assertThat(linksBase("back.example.com/c/book")).isEqualTo("https://back.example.com/u");
  }

  @Test
  void whoeverProvesALapsedNameShowsNothingOfWhoHadIt() {
    var lost = server.proven(api, "sold.example.com");
    publishedOn("sold", lost.route("book"));
    var journey = begun("sold.example.com", "/c/book");
    lost.takeRecordAway();
    lost.verify();
    assertThat(server.visitor("sold.example.com").get("/c/book")).startsWith("HTTP/1.1 303");
    server.server().clock().jump(Duration.ofDays(8));
    assertThat(lost.verify().text("/state")).isEqualTo("failed");
    assertThat(server.visitor("sold.example.com").get("/c/book")).startsWith("HTTP/1.1 421");

    var stranger = server.stranger();
    var bought = server.proven(stranger, "sold.example.com");

    assertThat(bought.view().text("/state")).isEqualTo("verified");
    server.server().bean(LiveReleases.class).refresh();
    assertThat(server.visitor("sold.example.com").get("/c/book")).startsWith("HTTP/1.1 404");
    assertThat(server.visitor(HOME).get(journey)).as("open journeys go on").contains(" 200 ");
    var theirs = Desk.create(stranger, "bought");
    ok(theirs.bind("Production", "text", Desk.number(stranger, "Production")), 200);
    ok(theirs.bind("Production", "visit", bought.route("book")), 200);
    ok(theirs.publish("Production", "r2"), 201);
    assertThat(appAt("sold.example.com/c/book")).isEqualTo("bought");
  }

  private static Desk desk(String name) {
    var desk = Desk.create(api, name);
    desk.ready();
    return desk;
  }

  private static void publishedOn(String name, String route) {
    var desk = desk(name);
    ok(desk.bind("Production", "visit", route), 200);
    ok(desk.publish("Production", "r2"), 201);
  }

  private static String appAt(String address) {
    return at(address).appName();
  }

  private static String linksBase(String address) {
    return at(address).linksBase();
  }

  private static SealedRelease at(String address) {
    var live = server.server().bean(LiveReleases.class);
    return live.release(live.byRoute(address).orElseThrow().release()).orElseThrow();
  }

  /// The path of a journey that somebody begins there.
  private static String begun(String host, String path) {
    var answer = server.visitor(host).get(path);
    var at = answer.indexOf("/u/");
    assertThat(at).as(answer).isPositive();
    return answer.substring(at, answer.indexOf('\r', at));
  }
}
