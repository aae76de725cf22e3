package dev.wayfare.resource;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.Client;
import dev.wayfare.testing.DomainServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Custom domains through the API, proven by a real name server on this machine.
class DomainsTest {
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
  void aNewDomainTellsWhichRecordsItsOwnerHasToMake() {
    var made = ok(api.post("/api/v1/domains", "{\"host\": \"New.Example.com\"}"), 201);

    assertThat(made.header("Location")).contains("/api/v1/domains/" + made.text("/id"));
    assertThat(made.text("/state")).isEqualTo("awaiting_dns");
    assertThat(made.text("/records/0/type")).isEqualTo("TXT");
    assertThat(made.text("/records/0/name")).isEqualTo("_wayfare.new.example.com");
    assertThat(made.text("/records/0/value")).matches("wayfare=[A-Za-z0-9_-]{32}");
    assertThat(made.text("/records/1/type")).isEqualTo("CNAME");
    assertThat(made.text("/records/1/name")).isEqualTo("new.example.com");
    assertThat(made.text("/records/1/value")).isEqualTo("wayfare.example");
    assertThat(made.text("/reason")).contains("Expected a TXT record _wayfare.new.example.com");
    assertThat(ok(api.get("/api/v1/resources/" + made.text("/id")), 200).text("/kind"))
        .isEqualTo("domain");
    assertThat(ok(api.get("/api/v1/domains?limit=200"), 200).body()).contains("new.example.com");
  }

  @Test
  void aDomainIsVerifiedOnceItsRecordIsThereAndAsFarAsItLeadsHere() {
    var domain = server.add(api, "proven.example.com");
    DomainServer.DNS.record("_wayfare.proven.example.com", "TXT", "\"wayfare=guessed\"");

    var wrong = domain.verify();
    assertThat(wrong.text("/state")).isEqualTo("awaiting_dns");
    assertThat(wrong.text("/records/0/found/0")).isEqualTo("wayfare=guessed");
    assertThat(wrong.text("/reason")).contains("found wayfare=guessed");
    assertThat(asked("proven.example.com")).isEqualTo(404);

    DomainServer.DNS.record("proven.example.com", "CNAME", "wayfare.example.");
    domain.prove();

    var right = domain.verify();
    assertThat(right.text("/state")).isEqualTo("verified");
    assertThat(right.text("/records/0/good")).isEqualTo("true");
    assertThat(right.text("/records/1/found/0")).isEqualTo("wayfare.example");
    assertThat(right.text("/reach/state")).isEqualTo("ours");
    assertThat(asked("proven.example.com")).isEqualTo(200);
    assertThat(ok(api.get("/api/v1/journal?limit=200"), 200).body())
        .contains("domain.verified", "proven.example.com");
  }

  @Test
  void theServerLooksByItself() {
    var domain = server.add(api, "by-itself.example.com");
    domain.prove();
    server.server().clock().jump(Duration.ofHours(1));

    server.server().bean(Domains.class).lookDue();

    assertThat(domain.view().text("/state")).isEqualTo("verified");
  }

  @Test
  void whoeverIsAskedForACertificateLearnsWhichNamesAreOurs() {
    server.proven(api, "asked.example.com");
    server.add(api, "claimed.example.com");

    assertThat(asked("asked.example.com")).isEqualTo(200);
    assertThat(asked("ASKED.example.com.")).isEqualTo(200);
    assertThat(asked("wayfare.example")).as("the server's own name").isEqualTo(200);
    assertThat(asked("claimed.example.com")).as("claimed, not proven").isEqualTo(404);
    assertThat(asked("other.asked.example.com")).isEqualTo(404);
    assertThat(asked("localhost")).isEqualTo(404);
    assertThat(asked("127.0.0.1")).isEqualTo(404);
    assertThat(asked("")).isEqualTo(404);
    assertThat(asked("a".repeat(5_000))).isEqualTo(404);
  }

  @Test
  void aNameInAnotherAlphabetIsShownAsItsOwnerWritesIt() {
    var made = ok(api.post("/api/v1/domains", "{\"host\": \"hilfe.müller.example\"}"), 201);

    assertThat(made.text("/host")).isEqualTo("hilfe.xn--mller-kva.example");
    assertThat(made.text("/shown")).isEqualTo("hilfe.müller.example");
    assertThat(api.post("/api/v1/domains", "{\"host\": \"HILFE.MÜLLER.EXAMPLE\"}").status())
        .as("the same once more")
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://help.example.com", "localhost", "10.0.0.1", "*.example.com"})
  void whatIsNoDomainIsRefusedWithWhatWasExpected(String written) {
    var refused = api.post("/api/v1/domains", "{\"host\": \"%s\"}".formatted(written));

    assertThat(ok(refused, 422).text("/errors/0/message"))
        .isEqualTo("Expected the name of a domain as help.example.com, found " + written + ".");
  }

  @Test
  void theServersOwnNameIsNobodysDomain() {
    var refused = ok(api.post("/api/v1/domains", "{\"host\": \"wayfare.example\"}"), 422);

    assertThat(refused.text("/errors/0/message")).contains("this server's own public name");
  }

  @Test
  void twoOrganizationsNeverBothHaveANameVerified() {
    var ours = server.proven(api, "wanted.example.com");
    var theirs = server.add(server.stranger(), "wanted.example.com");
    theirs.prove();

    var refused = theirs.verify();

    assertThat(refused.text("/state")).isEqualTo("failed");
    assertThat(refused.text("/reason")).contains("Another organization of this server");
    assertThat(ours.verify().text("/state")).isEqualTo("verified");
    ok(ours.remove(), 204);
    assertThat(theirs.verify().text("/state")).isEqualTo("verified");
  }

  @Test
  void aDomainWithARouteStaysUntilTheRouteIsGone() {
    var domain = server.proven(api, "kept.example.com");
    var route = domain.route("parcels");

    assertThat(ok(domain.remove(), 409).text("/detail"))
        .contains("has the route kept.example.com/c/parcels");
    assertThat(ok(api.get("/api/v1/resources/" + route), 200).text("/domain"))
        .isEqualTo(domain.id());

    ok(api.delete("/api/v1/resources/" + route), 204);
    ok(domain.remove(), 204);
    assertThat(asked("kept.example.com")).isEqualTo(404);
  }

  @Test
  void anothersDomainIsNotThereForAnybodyElse() {
    var domain = server.add(api, "private.example.com");
    var stranger = server.stranger();

    assertThat(stranger.get("/api/v1/domains/" + domain.id()).status()).isEqualTo(404);
    assertThat(stranger.delete("/api/v1/domains/" + domain.id()).status()).isEqualTo(404);
    assertThat(stranger.post("/api/v1/domains/" + domain.id() + "/verify", "").status())
        .isEqualTo(404);
    var route = "{\"kind\": \"route\", \"domain\": \"private.example.com\", \"key\": \"x\"}";
    assertThat(ok(stranger.post("/api/v1/resources", route), 422).body())
        .contains("There is no domain");
  }

  private static int asked(String name) {
    return server.server().anonymous().get("/internal/tls/ask?domain=" + name).status();
  }
}
